package dev.davit.console.store;

import dev.davit.console.store.Scrollback.Line;
import dev.davit.engine.container.StdStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A queue of lines that are packed into few large arrays. A log that goes on and on lets old lines go for new ones: as objects
/// they would have grown old, and only a full collection gets rid of such; here the arrays are used again.
final class PackedLines {
    /// The bytes of lines in a block.
    private static final int BYTES = 64 << 10;
    /// The most lines in a block; there is room for the first few at once.
    private static final int LINES = 1024;
    private static final int FEW = LINES / 8;
    /// A longer line has a block to itself, or others would leave much of theirs empty.
    private static final int LONG = BYTES / 8;
    /// What a line costs beside its bytes: where it ends, when, who, which stream.
    private static final int BESIDE = 4 + 8 + 4 + 4 + 4;
    /// What a line costs at least, for so many fill a block.
    private static final int LEAST = BYTES / LINES + BESIDE;
    private static final long NO_TIME = Long.MIN_VALUE;

    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Block spare;
    private int size;

    /// Lines one after the other.
    private static final class Block {
        private final byte[] bytes;
        private int[] ends;
        private long[] seconds;
        private int[] nanos;
        private int[] writers;
        private StdStream[] streams;
        /// Those before have gone.
        private int first;
        private int end;

        Block(int bytes, int lines) {
            this.bytes = new byte[bytes];
            ends = new int[lines];
            seconds = new long[lines];
            nanos = new int[lines];
            writers = new int[lines];
            streams = new StdStream[lines];
        }

        int count() {
            return end - first;
        }

        int start(int line) {
            return line == 0 ? 0 : ends[line - 1];
        }

        boolean hasRoom(int length) {
            return end < LINES && start(end) + length <= bytes.length;
        }

        private void grow() {
            int lines = Math.min(LINES, ends.length * 2);
            ends = Arrays.copyOf(ends, lines);
            seconds = Arrays.copyOf(seconds, lines);
            nanos = Arrays.copyOf(nanos, lines);
            writers = Arrays.copyOf(writers, lines);
            streams = Arrays.copyOf(streams, lines);
        }

        void add(int writer, StdStream stream, Optional<Instant> time, byte[] from, int offset, int length) {
            if (end == ends.length) grow();
            int start = start(end);
            System.arraycopy(from, offset, bytes, start, length);
            ends[end] = start + length;
            seconds[end] = time.map(Instant::getEpochSecond).orElse(NO_TIME);
            nanos[end] = time.map(Instant::getNano).orElse(0);
            writers[end] = writer;
            streams[end] = stream;
            end++;
        }

        Line line(int line) {
            var time = seconds[line] == NO_TIME ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochSecond(seconds[line], nanos[line]));
            return new Line(writers[line], streams[line], time, Arrays.copyOfRange(bytes, start(line), ends[line]));
        }
    }

    /// What a line of so many bytes costs, in bytes.
    static int cost(int length) {
        return Math.max(length + BESIDE, LEAST);
    }

    int size() {
        return size;
    }

    /// The bytes of all arrays.
    long taken() {
        return blocks.stream().mapToLong(block -> block.bytes.length + (long) block.ends.length * BESIDE).sum();
    }

    void add(int writer, StdStream stream, Optional<Instant> time, byte[] from, int offset, int length) {
        add(blocks, writer, stream, time, from, offset, length);
    }

    private void add(List<Block> to, int writer, StdStream stream, Optional<Instant> time, byte[] from, int offset, int length) {
        if (to.isEmpty() || !to.getLast().hasRoom(length)) to.add(block(length));
        to.getLast().add(writer, stream, time, from, offset, length);
        size++;
    }

    private Block block(int length) {
        if (length > LONG) return new Block(length, 1);
        var free = spare;
        spare = null;
        return free == null ? new Block(BYTES, FEW) : free;
    }

    /// Puts lines before the oldest.
    void prepend(List<Line> older) {
        var packed = new ArrayList<Block>();
        for (var line : older) add(packed, line.writer(), line.stream(), line.time(), line.bytes(), 0, line.bytes().length);
        blocks.addAll(0, packed);
    }

    /// Takes out the oldest.
    ///
    /// @return what it cost
    int remove() {
        var block = blocks.getFirst();
        int cost = cost(block.ends[block.first] - block.start(block.first));
        block.first++;
        size--;
        if (block.count() == 0) {
            blocks.removeFirst();
            block.first = 0;
            block.end = 0;
            if (block.bytes.length == BYTES) spare = block;
        }
        return cost;
    }

    /// Some of them, the oldest at 0; fewer where there are no more.
    List<Line> some(long from, int count) {
        int first = Math.clamp(from, 0, size);
        int end = (int) Math.min(size, (long) first + count);
        var some = new ArrayList<Line>(Math.max(0, end - first));
        int at = 0;
        for (var block : blocks) {
            for (int i = Math.max(first, at); i < Math.min(end, at + block.count()); i++) some.add(block.line(block.first + i - at));
            at += block.count();
            if (at >= end) break;
        }
        return some;
    }
}
