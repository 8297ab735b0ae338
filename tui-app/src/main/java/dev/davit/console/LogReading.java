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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The log of a container, or those of several in one, as it is read into lines. Of several what was there before is read first
/// and put in the order of its times, as far back as all of them were read: what one wrote before is not shown while another
/// may have written something after it that was not read. What comes then comes as it does. Losing the engine is no end:
/// reading goes on where it was when the engine is met again.
final class LogReading implements AutoCloseable {
    /// How much of a log is read at first.
    private static final long TAIL = 5000;
    /// How many pieces that a container is writing just now may not have arrived when the engine counts them already.
    private static final long UNDER_WAY = TAIL / 2;

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
    /// Of whose logs all is here.
    private final Set<Integer> whole = new HashSet<>();
    /// How many pieces were read of each from the first line here on: what the tail of a log counts.
    private final long[] taken;
    private boolean merging;
    /// Whether older lines were asked for meanwhile.
    private boolean early;
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
        this.taken = new long[writers.size()];
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

    @FunctionalInterface
    private interface Read {
        void into(LogTail tail) throws InterruptedException;
    }

    /// Reads something of several logs at the same time; returns when all is read.
    private List<LogTail> tails(List<Integer> of, Read read) throws InterruptedException {
        var tails = of.stream().map(writer -> new LogTail(writer, of.size())).toList();
        var ends = new CountDownLatch(tails.size());
        for (var tail : tails) {
            start("log", () -> {
                try {
                    read.into(tail);
                } finally {
                    ends.countDown();
                }
            });
        }
        ends.await();
        return tails;
    }

    /// From when on all of these were read.
    private static Instant from(List<LogTail> tails) {
        return tails.stream().filter(LogTail::isCut).flatMap(tail -> tail.lines().oldest().stream()).max(Instant::compareTo).orElse(Instant.MIN);
    }

    private static List<Scrollback> lines(List<LogTail> tails) {
        return tails.stream().map(LogTail::lines).toList();
    }

    /// What was read of one counts from its first line that is shown.
    private synchronized void count(LogTail tail, Instant from) {
        long hidden = tail.lines().extent().count() - Scrollback.inOrder(List.of(tail.lines()), from).size();
        taken[tail.writer()] += tail.pieces() - hidden;
        if (!tail.isCut() && hidden == 0) whole.add(tail.writer());
    }

    private void merge() throws InterruptedException {
        var tails = tails(IntStream.range(0, writers.size()).boxed().toList(), tail -> {
            if (!isRead(tail.writer(), false, () -> tail.lines().newest(tail.writer()), tail::take)) tail.fail();
            if (span.isTail() && tail.pieces() >= TAIL) tail.cut();
        });
        var from = span.isTail() ? from(tails) : Instant.MIN;
        held.merge(lines(tails), from);
        tails.forEach(tail -> count(tail, from));
        if (tails.stream().allMatch(LogTail::hasFailed)) held.end();
        merged(tails);
    }

    private synchronized void merged(List<LogTail> tails) {
        merging = false;
        for (var tail : tails) if (!tail.hasFailed()) follow(tail.writer());
        if (early) precede();
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
        count(writer);
        held.append(writer, chunk.stream(), chunk.time(), chunk.bytes());
    }

    private synchronized void count(int writer) {
        taken[writer]++;
    }

    /// Reads what was written before the first line that is here: about twice as much as there is, unless somebody does so already.
    synchronized void precede() {
        var first = held.oldest();
        early = merging;
        if (merging || older == Older.READING || first.isEmpty()) return;
        // perhaps not all of the tail has come yet: that is asked again the next time
        boolean all = whole.size() == writers.size() || (writers.size() == 1 && taken[0] < TAIL);
        var known = all ? Older.NONE : older;
        if (known == Older.UNKNOWN) older = Older.READING;
        held.tell(known == Older.UNKNOWN ? Older.READING : known);
        if (known == Older.UNKNOWN) start("older", () -> precede(first.get()));
    }

    private void precede(Instant first) throws InterruptedException {
        var tails = tails(open(), tail -> before(first, tail));
        boolean failed = tails.stream().anyMatch(LogTail::hasFailed);
        var from = from(tails);
        if (!failed) tails.forEach(tail -> count(tail, from));
        preceded(failed ? List.of() : Scrollback.inOrder(lines(tails), from));
    }

    /// Those of whose logs perhaps not all is here.
    private synchronized List<Integer> open() {
        return IntStream.range(0, writers.size()).filter(writer -> !whole.contains(writer)).boxed().toList();
    }

    private void before(Instant first, LogTail tail) {
        // daemons take the tail first, and then what of it is old enough
        long asked = 2 * taken(tail.writer()) + TAIL;
        var options = new LogOptions(true, true, false, Optional.empty(), Optional.of(first.minusNanos(1)), OptionalLong.of(asked), true, false);
        var container = writers.get(tail.writer()).id();
        try (var feed = context.get().engine().telemetry().logs(ContainerRef.of(container), options)) {
            for (var chunk : feed) tail.take(chunk);
            // what is newer was counted by then: a log of which less is there than was asked for has no more
            if (tail.pieces() > 0 && tail.pieces() + taken(tail.writer()) + UNDER_WAY >= asked) tail.cut();
        } catch (EngineException.Cancelled e) {
            throw e;
        } catch (EngineException e) {
            complain(container, e);
            // what was removed has nothing more to tell; the others have
            if (!(e instanceof EngineException.NotFound) || writers.size() == 1) tail.fail();
        }
    }

    private synchronized long taken(int writer) {
        return taken[writer];
    }

    private synchronized void preceded(List<Scrollback.Line> lines) {
        older = whole.size() == writers.size() ? Older.NONE : Older.UNKNOWN;
        if (!held.prepend(lines)) older = Older.TOO_MANY;
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
