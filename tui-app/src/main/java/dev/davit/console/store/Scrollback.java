package dev.davit.console.store;

import dev.davit.engine.container.StdStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of a log or of a command's output, the oldest dropped when there are too many bytes. For any number of threads.
///
/// Lines are numbered from 0 for as long as this lives; a number stays the same when older lines are dropped, or put before
/// the first ([#prepend]). A line that has not ended is not a line yet, except when it is too long: then it goes on in the next.
public final class Scrollback implements LineStore {
    /// What one line may hold.
    static final int LONGEST = 64 << 10;

    /// One line.
    ///
    /// @param writer which of those whose lines these are wrote it, from 0
    /// @param stream where it was written
    /// @param time when, if known
    /// @param bytes as the container wrote them, without the line end
    @SuppressWarnings("ArrayRecordComponent") // whoever asks gets them for themselves
    public record Line(int writer, StdStream stream, Optional<Instant> time, byte[] bytes) {}

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
    private final PackedLines lines = new PackedLines();
    private final Map<End, Open> open = new LinkedHashMap<>();
    private final Map<Integer, Instant> newest = new HashMap<>();
    private long held;
    private long first;
    private boolean ended;
    private boolean dropped;

    /// Who may be within a line.
    private record End(int writer, StdStream stream) {}

    /// A line whose end has not come.
    private static final class Open extends ByteArrayOutputStream {
        private Optional<Instant> time = Optional.empty();

        byte[] bytes() {
            return buf;
        }
    }

    /// @param capacity bytes, everything counted
    public Scrollback(long capacity) {
        this.capacity = capacity;
    }

    /// Takes bytes as they come; they may end within a line.
    ///
    /// @param writer whose they are, where several have their lines here
    public synchronized void append(int writer, StdStream stream, Optional<Instant> time, byte[] bytes) {
        var of = new End(writer, stream);
        var line = open.computeIfAbsent(of, _ -> new Open());
        time.ifPresent(moment -> newest.put(writer, moment));
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            int most = from + LONGEST - line.size();
            while (end < bytes.length && end < most && bytes[end] != '\n') end++;
            if (line.size() == 0) line.time = time;
            if (end == bytes.length) {
                line.write(bytes, from, end - from);
                return;
            }
            if (line.size() == 0) {
                add(of, time, bytes, from, end - from);
            } else {
                line.write(bytes, from, end - from);
                close(of, line);
            }
            from = bytes[end] == '\n' ? end + 1 : end;
        }
    }

    private void close(End of, Open line) {
        add(of, line.time, line.bytes(), 0, line.size());
        line.reset();
    }

    /// A return at its end does not belong to the line.
    private void add(End of, Optional<Instant> time, byte[] from, int offset, int length) {
        boolean returns = length > 0 && from[offset + length - 1] == '\r';
        add(of.writer(), of.stream(), time, from, offset, returns ? length - 1 : length);
    }

    private void add(int writer, StdStream stream, Optional<Instant> time, byte[] from, int offset, int length) {
        lines.add(writer, stream, time, from, offset, length);
        held += PackedLines.cost(length);
        while (held > capacity && lines.size() > 1) {
            held -= lines.remove();
            first++;
            dropped = true;
        }
    }

    /// Takes in what several have written so far, in the order of its times.
    ///
    /// @param from when the first was written that is taken
    public synchronized void merge(List<Scrollback> pasts, Instant from) {
        for (var line : inOrder(pasts, from)) {
            add(line.writer(), line.stream(), line.time(), line.bytes(), 0, line.bytes().length);
        }
        for (var past : pasts) newest.putAll(past.newest);
    }

    /// What several have written, in the order of its times. What one wrote stays in its order; a line without time stays behind
    /// the one before.
    ///
    /// @param from when the first was written that is among them
    public static List<Line> inOrder(List<Scrollback> pasts, Instant from) {
        record Timed(Instant time, Line line) {}
        var all = new ArrayList<Timed>();
        for (var past : pasts) {
            past.endLines();
            var time = Instant.MIN;
            for (var line : past.all()) {
                if (line.time().isPresent() && line.time().get().isAfter(time)) time = line.time().get();
                if (!time.isBefore(from)) all.add(new Timed(time, line));
            }
        }
        all.sort(Comparator.comparing(Timed::time));
        return all.stream().map(Timed::line).toList();
    }

    /// When the first line was written, if that is known.
    public synchronized Optional<Instant> oldest() {
        return lines.some(0, 1).stream().findFirst().flatMap(Line::time);
    }

    private synchronized void endLines() {
        open.forEach((of, line) -> {
            if (line.size() > 0) close(of, line);
        });
    }

    /// Takes in lines that are older than all that are here, as far as there is room for them. They have the numbers before the
    /// first: below 0 in the end.
    ///
    /// @return whether all are here
    public synchronized boolean prepend(List<Line> older) {
        int from = older.size();
        for (; from > 0; from--) {
            int cost = PackedLines.cost(older.get(from - 1).bytes().length);
            if (held + cost > capacity) break;
            held += cost;
        }
        lines.prepend(older.subList(from, older.size()));
        first -= older.size() - from;
        return from == 0;
    }

    /// Nothing more will come of one of several; a line of its without an end is one now.
    public synchronized void end(int writer) {
        open.forEach((of, line) -> {
            if (of.writer() == writer && line.size() > 0) close(of, line);
        });
    }

    /// Nothing more will come; a line without an end is one now.
    public synchronized void end() {
        endLines();
        ended = true;
    }

    /// Something may come again.
    public synchronized void reopen() {
        ended = false;
    }

    /// Whether lines were dropped: those before the first were here once.
    public synchronized boolean hasDropped() {
        return dropped;
    }

    /// When the newest bytes of one were written, if that is known.
    public synchronized Optional<Instant> newest(int writer) {
        return Optional.ofNullable(newest.get(writer));
    }

    @Override
    public synchronized Extent extent() {
        return new Extent(first, first + lines.size(), ended);
    }

    /// One line, unless it was dropped or has not come.
    synchronized Optional<Line> line(long number) {
        return number < first ? Optional.empty() : lines.some(number - first, 1).stream().findFirst();
    }

    @Override
    public synchronized List<Line> lines(long from, int count) {
        return lines.some(from - first, count);
    }
}
