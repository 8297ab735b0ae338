package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.console.model.Message;
import dev.davit.console.model.Screen.Log.Writer;
import dev.davit.console.store.Older;
import dev.davit.console.store.Scrollback;
import dev.davit.console.store.Span;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The log of a container, or those of several in one, as it is read into lines. Of several what was there before is read
/// first and put in the order of its times; what comes then comes as it does. Losing the engine is no end: reading goes on where
/// it was when the engine is met again.
final class LogReading implements AutoCloseable {
    /// How much of a log is read at first.
    private static final long TAIL = 5000;

    private final Supplier<CommandContext> context;
    private final Meetings meetings;
    private final Mailbox mailbox;
    private final HeldLines held;
    private final List<Writer> writers;
    private final Span span;
    private final Set<Thread> threads = new HashSet<>();
    private final Set<Integer> reading = new HashSet<>();
    /// Those that ran again before the log of their last run was read to its end.
    private final Set<Integer> again = new HashSet<>();
    private boolean merging;
    /// How many pieces were read: what the tail of a log counts.
    private long taken;
    private Older older = Older.UNKNOWN;
    private boolean closed;

    /// @param writers whose logs; a line's writer is its place in here
    LogReading(Supplier<CommandContext> context, Meetings meetings, Mailbox mailbox, HeldLines held, List<Writer> writers, Span span) {
        this.context = context;
        this.meetings = meetings;
        this.mailbox = mailbox;
        this.held = held;
        this.writers = writers;
        this.span = span;
    }

    synchronized void begin() {
        merging = writers.size() > 1;
        if (merging) start("logs", this::merge);
        else follow(0);
    }

    /// A container runs again: its log goes on where it ended.
    synchronized void resume(ContainerId container) {
        // what was there before comes first, and then whatever there is
        if (merging) return;
        for (int i = 0; i < writers.size(); i++) if (writers.get(i).id().equals(container)) follow(i);
    }

    @Override
    public synchronized void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    /// What reads until somebody interrupts it.
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private synchronized void start(String name, Work work) {
        if (closed) return;
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                work.run();
            } catch (InterruptedException | EngineException.Cancelled e) {
                // nobody looks at it any more
            } finally {
                forget(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    private synchronized void forget(Thread thread) {
        threads.remove(thread);
    }

    private void merge() throws InterruptedException {
        var pasts = new ArrayList<Scrollback>();
        Set<Integer> readable = ConcurrentHashMap.newKeySet();
        var ends = new CountDownLatch(writers.size());
        for (int i = 0; i < writers.size(); i++) {
            int writer = i;
            var past = HeldLines.past(writers.size());
            pasts.add(past);
            start("log", () -> {
                try {
                    if (isRead(writer, false, () -> past.newest(writer), chunk -> past.append(writer, chunk.stream(), chunk.time(), chunk.bytes()))) readable.add(writer);
                } finally {
                    ends.countDown();
                }
            });
        }
        ends.await();
        held.merge(pasts);
        if (readable.isEmpty()) held.end();
        merged(readable);
    }

    private synchronized void merged(Set<Integer> readable) {
        merging = false;
        readable.forEach(this::follow);
    }

    private synchronized void follow(int writer) {
        if (!reading.add(writer)) {
            again.add(writer);
            return;
        }
        held.reopen();
        start("log", () -> {
            do {
                isRead(writer, true, () -> held.newest(writer), chunk -> take(writer, chunk));
            } while (goesOn(writer));
        });
    }

    private void take(int writer, LogChunk chunk) {
        count(1);
        held.append(writer, chunk.stream(), chunk.time(), chunk.bytes());
    }

    private synchronized void count(long pieces) {
        taken += pieces;
    }

    /// Reads what was written before the first line that is here: about twice as much as there is, unless somebody does so already.
    synchronized void precede() {
        var before = held.oldest();
        if (older == Older.READING || before.isEmpty()) return;
        // perhaps not all of the tail has come yet: that is asked again the next time
        var known = taken < TAIL ? Older.NONE : older;
        if (known == Older.UNKNOWN) older = Older.READING;
        held.tell(known == Older.UNKNOWN ? Older.READING : known);
        if (known != Older.UNKNOWN) return;
        // daemons take the tail first, and then what of it is old enough
        var options = new LogOptions(
                true, true, false, Optional.empty(), Optional.of(before.get().minusNanos(1)), OptionalLong.of(2 * taken + TAIL), true, false);
        start("older", () -> preceded(before(options)));
    }

    /// @return empty when it cannot be read
    private Optional<List<Scrollback.Line>> before(LogOptions options) {
        var past = HeldLines.past(1);
        long pieces = 0;
        var container = writers.getFirst().id();
        try (var feed = context.get().engine().telemetry().logs(ContainerRef.of(container), options)) {
            for (var chunk : feed) {
                past.append(0, chunk.stream(), chunk.time(), chunk.bytes());
                pieces++;
            }
        } catch (EngineException.Cancelled e) {
            throw e;
        } catch (EngineException e) {
            complain(container, e);
            return Optional.empty();
        }
        past.end();
        count(pieces);
        return Optional.of(past.all());
    }

    private synchronized void preceded(Optional<List<Scrollback.Line>> lines) {
        older = Older.UNKNOWN;
        if (lines.isPresent() && lines.get().isEmpty()) older = Older.NONE;
        if (lines.isPresent() && !held.prepend(lines.get())) older = Older.TOO_MANY;
        held.tell(older);
    }

    private synchronized boolean goesOn(int writer) {
        if (again.remove(writer)) return true;
        reading.remove(writer);
        if (reading.isEmpty()) held.end();
        else held.end(writer);
        return false;
    }

    /// Reads until the log ends, the engine's absences included.
    ///
    /// @param newest when the last was written that was taken
    /// @return false when it cannot be read
    private boolean isRead(int writer, boolean follow, Supplier<Optional<Instant>> newest, Consumer<LogChunk> taker) throws InterruptedException {
        var container = writers.get(writer).id();
        while (true) {
            int met = meetings.count();
            try (var feed = context.get().engine().telemetry().logs(ContainerRef.of(container), options(follow, newest.get()))) {
                for (var chunk : feed) taker.accept(chunk);
                return true;
            } catch (EngineException.Cancelled e) {
                throw e;
            } catch (EngineException.Unavailable e) {
                // The events break as well, and their reader says it.
                System.getLogger("davit").log(System.Logger.Level.DEBUG, "log", e);
            } catch (EngineException e) {
                complain(container, e);
                return false;
            }
            meetings.await(met);
        }
    }

    /// It was asked for by its whole id; a sentence about it is read by people.
    private void complain(ContainerId container, EngineException e) {
        mailbox.post(new Message.Problem(String.valueOf(e.getMessage()).replace(container.value(), container.abbreviated())));
    }

    private LogOptions options(boolean follow, Optional<Instant> newest) {
        var from = newest.map(last -> last.plusNanos(1)).or(span::since);
        var tail = from.isPresent() ? OptionalLong.empty() : OptionalLong.of(TAIL);
        return new LogOptions(true, true, follow, from, span.until(), tail, true, false);
    }
}
