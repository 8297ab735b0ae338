package dev.davit.console.store;

import dev.davit.engine.container.StdStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of a log or of a command's output, the oldest dropped when there are too many bytes. For any number of threads.
///
/// Lines are numbered from 0 for as long as this lives; a number stays the same when older lines are dropped. A line that
/// has not ended is not a line yet, except when it is too long: then it goes on in the next.
public final class Scrollback implements LineStore {
    /// What one line may hold.
    static final int LONGEST = 64 << 10;
    /// What a line costs beside its bytes: object, array and queue.
    private static final int OVERHEAD = 96;

    /// One line.
    ///
    /// @param stream where it was written
    /// @param time when, if known
    /// @param bytes as the container wrote them, without the line end
    @SuppressWarnings("ArrayRecordComponent") // shared with the store, never written
    public record Line(StdStream stream, Optional<Instant> time, byte[] bytes) {}

    /// Which lines there are.
    ///
    /// @param first the oldest one's number
    /// @param end the number that the next line will have
    /// @param ended whether nothing more will come
    public record Extent(long first, long end, boolean ended) {
        /// Before anything came.
        public static final Extent EMPTY = new Extent(0, 0, false);

        /// How many.
        public long count() {
            return end - first;
        }
    }

    private final long capacity;
    private final Ring<Line> lines = new Ring<>();
    private final Map<StdStream, Open> open = new EnumMap<>(StdStream.class);
    private long held;
    private long first;
    private boolean ended;
    private @Nullable Instant newest;

    /// A line whose end has not come.
    private static final class Open {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Optional<Instant> time = Optional.empty();
    }

    /// @param capacity bytes, everything counted
    public Scrollback(long capacity) {
        this.capacity = capacity;
    }

    /// Takes bytes as they come; they may end within a line.
    public synchronized void append(StdStream stream, Optional<Instant> time, byte[] bytes) {
        var line = open.computeIfAbsent(stream, _ -> new Open());
        time.ifPresent(moment -> newest = moment);
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            int most = from + LONGEST - line.bytes.size();
            while (end < bytes.length && end < most && bytes[end] != '\n') end++;
            if (line.bytes.size() == 0) line.time = time;
            line.bytes.write(bytes, from, end - from);
            if (end == bytes.length) return;
            close(stream, line);
            from = bytes[end] == '\n' ? end + 1 : end;
        }
    }

    private void close(StdStream stream, Open line) {
        byte[] all = line.bytes.toByteArray();
        // a buffer that was large once is not kept
        open.put(stream, line);
        line.bytes.reset();
        add(new Line(stream, line.time, withoutReturn(all)));
    }

    private static byte[] withoutReturn(byte[] bytes) {
        int length = bytes.length;
        return length > 0 && bytes[length - 1] == '\r' ? java.util.Arrays.copyOf(bytes, length - 1) : bytes;
    }

    private void add(Line line) {
        lines.add(line);
        held += line.bytes().length + OVERHEAD;
        while (held > capacity && lines.size() > 1) {
            held -= lines.remove().bytes().length + OVERHEAD;
            first++;
        }
    }

    /// Nothing more will come; a line without an end is one now.
    public synchronized void end() {
        open.forEach((stream, line) -> {
            if (line.bytes.size() > 0) close(stream, line);
        });
        ended = true;
    }

    /// Something may come again.
    public synchronized void reopen() {
        ended = false;
    }

    /// When the newest bytes were written, if that is known.
    public synchronized Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    @Override
    public synchronized Extent extent() {
        return new Extent(first, first + lines.size(), ended);
    }

    @Override
    public synchronized List<Line> lines(long from, int count) {
        return lines.some(from - first, count);
    }
}
