package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.console.model.Message;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.paint.LineSource;
import dev.davit.console.store.Scrollback;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.system.LogOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The lines that logs and commands write, and the threads that fetch them.
final class Sources implements LineSource, AutoCloseable {
    /// How much of a log is read at first.
    private static final long TAIL = 5000;
    private static final long CAPACITY = 16 << 20;

    private final CommandContext context;
    private final Mailbox mailbox;
    private final Map<SourceId, Scrollback> lines = new HashMap<>();
    private final Map<SourceId, Thread> readers = new HashMap<>();
    private int meetings;

    Sources(CommandContext context, Mailbox mailbox) {
        this.context = context;
        this.mailbox = mailbox;
    }

    /// Reads a log, or goes on with it where it ended. One that is being read stays as it is.
    synchronized void follow(SourceId source, ContainerId container) {
        if (readers.containsKey(source)) return;
        var store = lines.computeIfAbsent(source, _ -> new Scrollback(CAPACITY));
        store.reopen();
        changed(source, store);
        begin(source, "log", () -> readLog(source, store, container));
    }

    private void begin(SourceId source, String name, Runnable work) {
        var thread = Thread.ofVirtual().name(name).unstarted(work);
        readers.put(source, thread);
        thread.start();
    }

    /// Until it ends, the engine's absences included.
    private void readLog(SourceId source, Scrollback store, ContainerId container) {
        try {
            int met = meetings();
            while (!isRead(source, store, container)) met = awaitMeeting(met);
        } catch (InterruptedException | EngineException.Cancelled e) {
            // nobody looks at it any more
            return;
        } catch (EngineException e) {
            String sentence = String.valueOf(e.getMessage());
            mailbox.post(new Message.Problem(sentence.replace(container.value(), container.abbreviated())));
        }
        ended(source);
        store.end();
        changed(source, store);
    }

    /// @return false when the engine was lost before the end
    private boolean isRead(SourceId source, Scrollback store, ContainerId container) {
        var options = store.newest()
                .map(last -> new LogOptions(
                        true, true, true, Optional.of(last.plusNanos(1)), Optional.empty(), OptionalLong.empty(), true, false))
                .orElse(LogOptions.follow(TAIL));
        try (var feed = context.engine().telemetry().logs(ContainerRef.of(container), options)) {
            for (var chunk : feed) {
                store.append(chunk.stream(), chunk.time(), chunk.bytes());
                changed(source, store);
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

    private void changed(SourceId source, Scrollback store) {
        mailbox.changed(source, () -> new Message.Lines(source, store.extent()));
    }

    /// Runs a command and keeps what it says.
    synchronized void capture(SourceId source, List<String> words) {
        var store = new Scrollback(CAPACITY);
        lines.put(source, store);
        begin(source, "command", () -> {
            var streams = new StandardStreams(
                    InputStream.nullInputStream(),
                    new Output(new Writer(source, store, StdStream.STDOUT), false),
                    new Output(new Writer(source, store, StdStream.STDERR), false),
                    Optional.empty());
            int code = CommandRunner.run(words, context.with(streams));
            ended(source);
            store.end();
            changed(source, store);
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

    /// All lines of a source; nothing when they were dropped.
    synchronized Optional<Scrollback> store(SourceId source) {
        return Optional.ofNullable(lines.get(source));
    }

    @Override
    public synchronized void close() {
        readers.values().forEach(Thread::interrupt);
        readers.clear();
    }

    /// What a command writes, as lines.
    private final class Writer extends OutputStream {
        private final SourceId source;
        private final Scrollback store;
        private final StdStream stream;

        Writer(SourceId source, Scrollback store, StdStream stream) {
            this.source = source;
            this.store = store;
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            store.append(stream, Optional.empty(), Arrays.copyOfRange(bytes, offset, offset + length));
            changed(source, store);
        }
    }
}
