package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.console.model.Message;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.paint.LineSource;
import dev.davit.console.paint.LogText;
import dev.davit.console.store.LineStore;
import dev.davit.console.store.Scrollback;
import dev.davit.console.store.Sieve;
import dev.davit.console.store.Sifted;
import dev.davit.console.store.Span;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.system.LogOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The lines that logs and commands write, and the threads that fetch them.
final class Sources implements LineSource, AutoCloseable {
    /// How much of a log is read at first.
    private static final long TAIL = 5000;
    private static final long CAPACITY = 16 << 20;

    private final Supplier<CommandContext> context;
    private final Mailbox mailbox;
    private final Map<SourceId, Held> lines = new HashMap<>();
    private final Map<SourceId, Thread> readers = new HashMap<>();
    private int meetings;

    Sources(Supplier<CommandContext> context, Mailbox mailbox) {
        this.context = context;
        this.mailbox = mailbox;
    }

    /// Reads a log, or goes on with it where it ended. One that is being read stays as it is.
    synchronized void follow(SourceId source, ContainerId container, Span span) {
        if (readers.containsKey(source)) return;
        var held = lines.computeIfAbsent(source, _ -> new Held(source));
        held.all.reopen();
        held.changed();
        begin(source, "log", () -> readLog(source, held, container, span));
    }

    private void begin(SourceId source, String name, Runnable work) {
        var thread = Thread.ofVirtual().name(name).unstarted(work);
        readers.put(source, thread);
        thread.start();
    }

    /// Until it ends, the engine's absences included.
    private void readLog(SourceId source, Held held, ContainerId container, Span span) {
        try {
            int met = meetings();
            while (!isRead(held, container, span)) met = awaitMeeting(met);
        } catch (InterruptedException | EngineException.Cancelled e) {
            // nobody looks at it any more
            return;
        } catch (EngineException e) {
            String sentence = String.valueOf(e.getMessage());
            mailbox.post(new Message.Problem(sentence.replace(container.value(), container.abbreviated())));
        }
        ended(source);
        held.end();
    }

    /// @return false when the engine was lost before the end
    private boolean isRead(Held held, ContainerId container, Span span) {
        var from = held.all.newest().map(last -> last.plusNanos(1)).or(span::since);
        var tail = from.isPresent() ? OptionalLong.empty() : OptionalLong.of(TAIL);
        var options = new LogOptions(true, true, true, from, span.until(), tail, true, false);
        try (var feed = context.get().engine().telemetry().logs(ContainerRef.of(container), options)) {
            for (var chunk : feed) {
                held.append(chunk.stream(), chunk.time(), chunk.bytes());
            }
            return true;
        } catch (EngineException.Unavailable e) {
            // The events break as well, and their reader says it.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "log", e);
            return false;
        }
    }

    /// The engine has been met.
    synchronized void met() {
        meetings++;
        notifyAll();
    }

    private synchronized int meetings() {
        return meetings;
    }

    private synchronized int awaitMeeting(int before) throws InterruptedException {
        while (meetings == before) wait();
        return meetings;
    }

    private synchronized void ended(SourceId source) {
        readers.remove(source);
    }

    /// Runs a command and keeps what it says.
    synchronized void capture(SourceId source, List<String> words) {
        var held = new Held(source);
        lines.put(source, held);
        begin(source, "command", () -> {
            var streams = new StandardStreams(
                    InputStream.nullInputStream(),
                    new Output(new Writer(held, StdStream.STDOUT), false),
                    new Output(new Writer(held, StdStream.STDERR), false),
                    Optional.empty());
            int code = CommandRunner.run(words, context.get().with(streams));
            ended(source);
            held.end();
            mailbox.post(new Message.Exited(source, code));
        });
    }

    /// Forgets lines, and ends what fills them.
    synchronized void drop(SourceId source) {
        var reader = readers.remove(source);
        lines.remove(source);
        if (reader != null) reader.interrupt();
    }

    @Override
    public List<Scrollback.Line> lines(SourceId source, long from, int count) {
        return store(source).map(store -> store.lines(from, count)).orElse(List.of());
    }

    /// The lines of a source that are shown; nothing when they were dropped.
    Optional<LineStore> store(SourceId source) {
        return held(source).map(held -> held.shown);
    }

    private synchronized Optional<Held> held(SourceId source) {
        return Optional.ofNullable(lines.get(source));
    }

    /// From now on shows only what a sieve lets through. Looking through very many lines takes a while: on a thread of its own.
    ///
    /// @param top the line at which one is
    void sift(SourceId source, Sieve sieve, long top) {
        Thread.ofVirtual().name("filter").start(() -> held(source).ifPresent(held -> mailbox.post(held.sifted(sieve, top))));
    }

    @Override
    public synchronized void close() {
        readers.values().forEach(Thread::interrupt);
        readers.clear();
    }

    /// The lines of a source: all of them, and those that are shown.
    private final class Held {
        private final SourceId source;
        private final Scrollback all = new Scrollback(CAPACITY);
        private final Object filling = new Object();
        private volatile LineStore shown = all;

        Held(SourceId source) {
            this.source = source;
        }

        void append(StdStream stream, Optional<Instant> time, byte[] bytes) {
            all.append(stream, time, bytes);
            changed();
        }

        void end() {
            all.end();
            changed();
        }

        void changed() {
            synchronized (filling) {
                if (shown instanceof Sifted sifted) sifted.catchUp();
            }
            mailbox.changed(source, () -> new Message.Lines(source, shown.extent()));
        }

        Message sifted(Sieve sieve, long top) {
            var passes = sieve.predicate();
            var next = sieve.isNone() ? null : new Sifted(all, line -> passes.test(LogText.of(line.bytes())));
            synchronized (filling) {
                long origin = shown instanceof Sifted before ? before.origin(top) : top;
                if (next != null) next.catchUp();
                shown = next == null ? all : next;
                return new Message.Sifted(source, sieve, shown.extent(), next == null ? origin : next.place(origin));
            }
        }
    }

    /// What a command writes, as lines.
    private static final class Writer extends OutputStream {
        private final Held held;
        private final StdStream stream;

        Writer(Held held, StdStream stream) {
            this.held = held;
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            held.append(stream, Optional.empty(), Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }
}
