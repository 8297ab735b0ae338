package dev.davit.console;

import dev.davit.console.store.Scrollback;
import dev.davit.engine.system.LogChunk;

/// What was read of a log at once. By the thread that reads it; by others when it is read.
final class LogTail {
    private final int writer;
    private final Scrollback lines;
    private long pieces;
    private boolean cut;
    private boolean failed;

    /// @param writer whose log it is
    /// @param writers how many have to share the room for lines
    LogTail(int writer, int writers) {
        this.writer = writer;
        this.lines = HeldLines.past(writers);
    }

    int writer() {
        return writer;
    }

    Scrollback lines() {
        return lines;
    }

    /// How many were read: what the tail of a log counts.
    long pieces() {
        return pieces;
    }

    void take(LogChunk chunk) {
        pieces++;
        lines.append(writer, chunk.stream(), chunk.time(), chunk.bytes());
    }

    /// There is more before what was read.
    void cut() {
        cut = true;
    }

    /// Whether there is more before its first line, as far as one knows.
    boolean isCut() {
        return cut || lines.hasDropped();
    }

    /// It could not be read.
    void fail() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }
}
