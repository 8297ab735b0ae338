package dev.davit.console;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.console.model.Message;
import dev.davit.console.model.Screen.Log.Writer;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.paint.LineSource;
import dev.davit.console.store.LineStore;
import dev.davit.console.store.Scrollback;
import dev.davit.console.store.Sieve;
import dev.davit.console.store.Span;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.StdStream;
import dev.davit.format.SafeText;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The lines that logs and commands write, and the threads that fetch them.
final class Sources implements LineSource, AutoCloseable {
    private final Supplier<CommandContext> context;
    private final Mailbox mailbox;
    private final Meetings meetings = new Meetings();
    private final Map<SourceId, HeldLines> lines = new HashMap<>();
    private final Map<SourceId, LogReading> logs = new HashMap<>();
    private final Map<SourceId, Thread> commands = new HashMap<>();

    Sources(Supplier<CommandContext> context, Mailbox mailbox) {
        this.context = context;
        this.mailbox = mailbox;
    }

    /// Reads the log of a container, or those of several in one.
    synchronized void follow(SourceId source, List<Writer> writers, Span span) {
        var names = writers.stream().map(writer -> SafeText.line(writer.name())).toList();
        var held = new HeldLines(source, mailbox, names.size() == 1 ? List.of() : names);
        var log = new LogReading(context, meetings, mailbox, held, writers, span);
        lines.put(source, held);
        logs.put(source, log);
        log.begin();
    }

    /// Goes on with the log of a container where it ended.
    synchronized void resume(SourceId source, ContainerId container) {
        var log = logs.get(source);
        if (log != null) log.resume(container);
    }

    /// Reads lines of a log from before the first one here.
    synchronized void precede(SourceId source) {
        var log = logs.get(source);
        if (log != null) log.precede();
    }

    /// The engine has been met.
    void met() {
        meetings.met();
    }

    private synchronized void ended(SourceId source) {
        commands.remove(source);
    }

    /// Runs a command and keeps what it says.
    synchronized void capture(SourceId source, List<String> words) {
        var held = new HeldLines(source, mailbox, List.of());
        lines.put(source, held);
        var thread = Thread.ofVirtual().name("command").unstarted(() -> {
            var streams = new StandardStreams(
                    InputStream.nullInputStream(),
                    new Output(new CommandOutput(held, StdStream.STDOUT), false),
                    new Output(new CommandOutput(held, StdStream.STDERR), false),
                    Optional.empty());
            int code = CommandRunner.run(words, context.get().with(streams));
            ended(source);
            held.end();
            mailbox.post(new Message.Exited(source, code));
        });
        commands.put(source, thread);
        thread.start();
    }

    /// Forgets lines, and ends what fills them.
    synchronized void drop(SourceId source) {
        lines.remove(source);
        var log = logs.remove(source);
        if (log != null) log.close();
        var command = commands.remove(source);
        if (command != null) command.interrupt();
    }

    @Override
    public List<Scrollback.Line> lines(SourceId source, long from, int count) {
        return store(source).map(store -> store.lines(from, count)).orElse(List.of());
    }

    /// The lines of a source that are shown; nothing when they were dropped.
    Optional<LineStore> store(SourceId source) {
        return held(source).map(HeldLines::shown);
    }

    /// What is before a line where it is written or copied: whose it is, where they are several's.
    String whose(SourceId source, Scrollback.Line line) {
        return held(source).map(held -> held.whose(line)).orElse("");
    }

    private synchronized Optional<HeldLines> held(SourceId source) {
        return Optional.ofNullable(lines.get(source));
    }

    /// From now on shows only what a sieve lets through. Looking through very many lines takes a while: on a thread of its own.
    ///
    /// @param top the line at which one is
    void sift(SourceId source, Sieve sieve, long top) {
        held(source).ifPresent(held -> {
            held.want(sieve);
            Thread.ofVirtual().name("filter").start(() -> held.sift(sieve, top));
        });
    }

    @Override
    public synchronized void close() {
        logs.values().forEach(LogReading::close);
        commands.values().forEach(Thread::interrupt);
    }

    /// What a command writes, as lines.
    private static final class CommandOutput extends OutputStream {
        private final HeldLines held;
        private final StdStream stream;

        CommandOutput(HeldLines held, StdStream stream) {
            this.held = held;
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            held.append(0, stream, Optional.empty(), Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }
}
