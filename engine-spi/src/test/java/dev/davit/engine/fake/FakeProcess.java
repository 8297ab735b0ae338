package dev.davit.engine.fake;

import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// A process that plays one of the known programs on a virtual thread of its own. Everything is under the world's lock, which
/// it holds except while it waits.
final class FakeProcess {
    /// Where a process is.
    ///
    /// @param user `name|uid[:group|gid]`
    /// @param directory absolute
    record Place(World world, String hostname, String user, String directory) {}

    final World world;
    final Place place;
    final List<String> command;
    final List<String> environment;
    final boolean tty;
    final int pid;
    final List<Sink> sinks = new ArrayList<>();
    final Map<Integer, String> traps = new HashMap<>();
    TerminalSize size = new TerminalSize(0, 0);
    boolean paused;
    private final boolean first;
    private final Condition changed;
    private final IntConsumer whenEnded;
    private final Deque<Integer> pending = new ArrayDeque<>();
    private final LineDiscipline discipline = new LineDiscipline(this);
    private ByteArrayOutputStream stdin = new ByteArrayOutputStream();
    private boolean stdinOpen;
    private boolean onThread;
    private OptionalInt killed = OptionalInt.empty();
    private OptionalInt exit = OptionalInt.empty();

    /// @param first whether it is a container's first process, to which the kernel delivers no signal that it does not handle
    /// @param whenEnded told the exit code, under the lock
    FakeProcess(
            Place place,
            List<String> command,
            List<String> environment,
            boolean tty,
            boolean stdin,
            boolean first,
            IntConsumer whenEnded) {
        this.place = place;
        this.world = place.world();
        this.command = command;
        this.environment = environment;
        this.tty = tty;
        this.stdinOpen = stdin;
        this.first = first;
        this.whenEnded = whenEnded;
        this.pid = world.freshPid();
        this.changed = world.condition();
    }

    boolean isRunning() {
        return exit.isEmpty();
    }

    OptionalInt exit() {
        return exit;
    }

    /// Begins to play.
    void start() {
        onThread = true;
        Thread.ofVirtual().name("fake " + command.getFirst()).start(this::play);
    }

    private void play() {
        world.lock.lock();
        try {
            finish(result());
        } finally {
            world.lock.unlock();
        }
    }

    private int result() {
        try {
            checkpoint();
            return new Programs(this).run(command);
        } catch (Ended e) {
            return e.code;
        }
    }

    private void finish(int code) {
        if (exit.isPresent()) return;
        exit = OptionalInt.of(code);
        world.conditions.remove(changed);
        whenEnded.accept(code);
        sinks.forEach(Sink::end);
        sinks.clear();
    }

    /// Ends as if by itself.
    void end(int code) {
        killed = OptionalInt.of(code);
        paused = false;
        changed.signalAll();
        if (!onThread) finish(code);
    }

    void signal(int signal) {
        String action = traps.get(signal);
        if (signal == Signals.KILL) {
            end(128 + signal);
        } else if (action != null) {
            if (!action.isEmpty()) pending.add(signal);
            changed.signalAll();
        } else if (!first && !Signals.isHarmless(signal)) {
            end(128 + signal);
        }
    }

    /// Whether a signal waits to be handled; taking it.
    OptionalInt takeSignal() {
        var signal = pending.poll();
        return signal == null ? OptionalInt.empty() : OptionalInt.of(signal);
    }

    boolean hasSignal() {
        return !pending.isEmpty();
    }

    /// What somebody typed or sent.
    void input(byte[] bytes) {
        if (tty) discipline.input(bytes);
        else deliver(bytes);
    }

    void deliver(byte[] bytes) {
        stdin.writeBytes(bytes);
        changed.signalAll();
    }

    void endInput() {
        stdinOpen = false;
        changed.signalAll();
    }

    void changed() {
        changed.signalAll();
    }

    /// Reads what there is, waiting for some; empty at the end of input, or when a signal came first.
    byte[] read(boolean interruptible) {
        block(Long.MAX_VALUE, () -> stdin.size() > 0 || !stdinOpen || (interruptible && hasSignal()));
        var bytes = stdin.toByteArray();
        stdin = new ByteArrayOutputStream();
        return bytes;
    }

    /// Reads up to the end of a line, that included; empty as in [#read].
    byte[] readLine() {
        var line = new ByteArrayOutputStream();
        while (true) {
            var bytes = read(true);
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n') end++;
            boolean whole = end < bytes.length;
            line.write(bytes, 0, whole ? end + 1 : end);
            if (whole) stdin.write(bytes, end + 1, bytes.length - end - 1);
            if (whole || bytes.length == 0) return line.toByteArray();
        }
    }

    /// Waits so long, or until a signal comes that it wants to see.
    void sleep(long nanos, boolean interruptible) {
        block(nanos, () -> interruptible && hasSignal());
    }

    void write(StdStream stream, byte[] bytes) {
        if (bytes.length == 0) return;
        block(Long.MAX_VALUE, () -> sinks.stream().allMatch(Sink::isReady));
        emit(stream, tty ? discipline.output(bytes) : bytes);
    }

    /// Hands bytes to all who look, at once.
    void emit(StdStream stream, byte[] bytes) {
        var chunk = new OutputChunk(tty ? StdStream.STDOUT : stream, bytes);
        for (var sink : List.copyOf(sinks)) sink.write(chunk);
    }

    private void checkpoint() {
        block(0, () -> true);
    }

    /// Waits until something holds or the time is up, is frozen while paused, and ends when killed.
    private void block(long nanos, BooleanSupplier holds) {
        long left = nanos;
        while (true) {
            if (killed.isPresent()) throw new Ended(killed.getAsInt());
            if (!paused && (holds.getAsBoolean() || left <= 0)) return;
            try {
                if (left == Long.MAX_VALUE || left <= 0) changed.await();
                else left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                throw new Ended(128 + Signals.KILL);
            }
        }
    }
}
