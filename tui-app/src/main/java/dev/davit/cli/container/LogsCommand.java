package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Values;
import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import dev.davit.format.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `davit logs`.
public final class LogsCommand {
    private static final Flag<Boolean> DETAILS = Flag.toggle("details", "Show what the log driver adds");
    private static final Flag<Boolean> FOLLOW = Flag.toggle("follow", 'f', "Stay for what comes");
    private static final Flag<Optional<String>> SINCE = Flag.text("since", "From a time on (2013-01-02T13:23:37Z) or a span ago (42m)");
    private static final Flag<OptionalLong> TAIL =
            new Flag<>("tail", 'n', "string", OptionalLong.empty(), "\"all\"", "Only the last so many lines", (soFar, text) ->
                    tail(text));
    private static final Flag<Boolean> TIMESTAMPS = Flag.toggle("timestamps", 't', "Show when each line was written");
    private static final Flag<Optional<String>> UNTIL = Flag.text("until", "Up to a time (2013-01-02T13:23:37Z) or a span ago (42m)");

    private final Map<StdStream, Boolean> inLine = new EnumMap<>(StdStream.class);
    private final OutputStream out;
    private final OutputStream err;
    private final boolean follow;
    private final boolean timestamps;
    private final boolean details;

    private LogsCommand(Invocation typed, CommandContext context) {
        out = context.io().out().cleaned();
        err = context.io().err().cleaned();
        follow = typed.get(FOLLOW);
        timestamps = typed.get(TIMESTAMPS);
        details = typed.get(DETAILS);
    }

    public static CommandSpec spec() {
        return CommandSpec.named("logs", "[OPTIONS] CONTAINER", "Show what a container wrote")
                .flags(DETAILS, FOLLOW, SINCE, TAIL, TIMESTAMPS, UNTIL)
                .arguments(1, 1)
                .runs(LogsCommand::run);
    }

    private static OptionalLong tail(String text) {
        if (text.equals("all")) return OptionalLong.empty();
        long lines = Values.whole(text);
        return lines < 0 ? OptionalLong.empty() : OptionalLong.of(lines);
    }

    private static int run(Invocation typed, CommandContext context) {
        var options = new LogOptions(
                true,
                true,
                typed.get(FOLLOW),
                time(typed.get(SINCE), context),
                time(typed.get(UNTIL), context),
                typed.get(TAIL),
                typed.get(TIMESTAMPS),
                typed.get(DETAILS));
        var printer = new LogsCommand(typed, context);
        try (var log = context.engine().telemetry().logs(new ContainerRef(typed.argument(0)), options)) {
            printer.print(log);
        } catch (IOException e) {
            throw new EngineException.Failed("cannot write the log: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    static Optional<Instant> time(Optional<String> text, CommandContext context) {
        return text.filter(t -> !t.isEmpty()).map(t -> Times.parse(t, context.clock()));
    }

    private void print(Feed<LogChunk> log) throws IOException {
        var last = StdStream.STDOUT;
        try {
            for (var chunk : log) {
                // In their order for one who gets both; line by line while more is to come.
                if (chunk.stream() != last) target(last).flush();
                last = chunk.stream();
                print(chunk, target(last));
                if (follow) target(last).flush();
            }
        } finally {
            target(last).flush();
        }
    }

    private OutputStream target(StdStream stream) {
        return stream == StdStream.STDERR ? err : out;
    }

    private void print(LogChunk chunk, OutputStream target) throws IOException {
        if (!inLine.getOrDefault(chunk.stream(), false)) {
            var head = new StringBuilder();
            if (timestamps && chunk.time().isPresent()) {
                head.append(Times.rfc3339NanoFixed(chunk.time().get(), ZoneOffset.UTC)).append(' ');
            }
            if (details) head.append(chunk.details()).append(' ');
            target.write(head.toString().getBytes(StandardCharsets.UTF_8));
        }
        inLine.put(chunk.stream(), chunk.partial());
        target.write(chunk.bytes());
    }
}
