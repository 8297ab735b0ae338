package dev.davit.engine.fake;

import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import java.util.Optional;

/// A container's log as it is read.
final class FakeLogs extends WorldFeed<LogChunk> {
    private final FakeContainer container;
    private final LogOptions options;
    private final boolean follow;
    private final int run;
    /// Counted from the first line that there ever was.
    private long position;

    FakeLogs(Client client, String what, FakeContainer container, LogOptions options) {
        super(client, what, container.changed);
        this.container = container;
        this.options = options;
        this.follow = options.follow() && container.isRunning();
        this.run = container.exits.size();
        this.position = options.tail().isPresent() ? container.log.dropped + fromTail(options.tail().getAsLong()) : 0;
    }

    /// Counts lines of all streams, as docker does; a line's pieces are one line.
    private int fromTail(long lines) {
        var entries = container.log.entries;
        int start = entries.size();
        long left = lines;
        while (start > 0) {
            boolean endsEarlierLine = entries.get(start - 1).endsLine() || start == entries.size();
            if (endsEarlierLine && left-- <= 0) break;
            start--;
        }
        return start;
    }

    @Override
    Optional<LogChunk> poll() {
        var entries = container.log.entries;
        position = Math.max(position, container.log.dropped);
        while (position < container.log.dropped + entries.size()) {
            var entry = entries.get((int) (position++ - container.log.dropped));
            if (isWanted(entry)) {
                var time = options.timestamps() ? Optional.of(entry.time()) : Optional.<java.time.Instant>empty();
                return Optional.of(new LogChunk(entry.stream(), time, "", entry.bytes().clone(), !entry.endsLine()));
            }
        }
        return Optional.empty();
    }

    private boolean isWanted(ContainerLog.Entry entry) {
        boolean stream = switch (entry.stream()) {
            case STDOUT -> options.stdout();
            case STDERR -> options.stderr();
            case STDIN -> false;
        };
        boolean early = options.since().isPresent() && entry.time().isBefore(options.since().get());
        boolean late = options.until().isPresent() && entry.time().isAfter(options.until().get());
        return stream && !early && !late;
    }

    @Override
    boolean isOver() {
        boolean late = options.until().isPresent() && world.now().isAfter(options.until().get());
        return !follow || late || container.exits.size() > run || container.removed;
    }
}
