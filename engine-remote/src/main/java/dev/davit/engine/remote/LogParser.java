package dev.davit.engine.remote;

import dev.davit.engine.container.StdStream;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// Takes the time and the details, which the daemon writes before each message, off the bytes that the container wrote.
/// A message of a framed log is a frame; of a terminal's log, a line.
final class LogParser {
    private final Frames frames;
    private final LogOptions options;
    private final boolean tty;
    private final Deque<LogChunk> ready = new ArrayDeque<>();
    private boolean lineStart = true;
    /// The beginning of a line whose prefix has not arrived in full.
    private byte[] held = new byte[0];

    LogParser(Frames frames, LogOptions options, boolean tty) {
        this.frames = frames;
        this.options = options;
        this.tty = tty;
    }

    Optional<LogChunk> next() throws IOException {
        while (ready.isEmpty()) {
            var piece = frames.next();
            if (piece.isEmpty()) {
                if (held.length == 0) return Optional.empty();
                ready.add(message(StdStream.STDOUT, held));
                held = new byte[0];
                break;
            }
            var chunk = piece.get().chunk();
            if (tty) splitLines(chunk.bytes());
            else if (piece.get().start()) ready.add(message(chunk.stream(), chunk.bytes()));
            else ready.add(rest(chunk.stream(), chunk.bytes()));
        }
        return Optional.of(ready.remove());
    }

    private void splitLines(byte[] bytes) {
        byte[] all = bytes;
        if (held.length > 0) {
            all = Arrays.copyOf(held, held.length + bytes.length);
            System.arraycopy(bytes, 0, all, held.length, bytes.length);
            held = new byte[0];
        }
        int from = 0;
        while (from < all.length) {
            int at = from;
            while (at < all.length && all[at] != '\n') at++;
            boolean complete = at < all.length;
            var line = Arrays.copyOfRange(all, from, complete ? at + 1 : at);
            if (!complete && lineStart && prefixes() > 0 && prefixLength(line) < 0) {
                held = line;
                return;
            }
            ready.add(lineStart ? message(StdStream.STDOUT, line) : rest(StdStream.STDOUT, line));
            lineStart = complete;
            from = complete ? at + 1 : at;
        }
    }

    private int prefixes() {
        return (options.timestamps() ? 1 : 0) + (options.details() ? 1 : 0);
    }

    /// The length of the prefixes with their spaces, -1 when they are not all there.
    private int prefixLength(byte[] bytes) {
        int wanted = prefixes();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == ' ' && --wanted == 0) return i + 1;
        }
        return -1;
    }

    private LogChunk message(StdStream stream, byte[] bytes) {
        int length = prefixes() == 0 ? 0 : prefixLength(bytes);
        if (length <= 0) return rest(stream, bytes);
        String prefix = new String(bytes, 0, length - 1, StandardCharsets.UTF_8);
        Optional<Instant> time = Optional.empty();
        String details = prefix;
        if (options.timestamps()) {
            int space = prefix.indexOf(' ');
            time = WireJson.time(space < 0 ? prefix : prefix.substring(0, space));
            details = space < 0 ? "" : prefix.substring(space + 1);
        }
        var own = Arrays.copyOfRange(bytes, length, bytes.length);
        return new LogChunk(stream, time, details, own, isPartial(own));
    }

    private static LogChunk rest(StdStream stream, byte[] bytes) {
        return new LogChunk(stream, Optional.empty(), "", bytes, isPartial(bytes));
    }

    private static boolean isPartial(byte[] bytes) {
        return bytes.length == 0 || bytes[bytes.length - 1] != '\n';
    }
}
