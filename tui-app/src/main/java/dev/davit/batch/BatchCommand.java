package dev.davit.batch;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.cli.UsageException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `davit batch [FILE]`: one command per line, all in this process on one engine.
///
/// The exit code is that of the first line that failed. Without `--keep-going` nothing after it runs.
public final class BatchCommand {
    private static final Flag<Boolean> KEEP_GOING = Flag.toggle("keep-going", 'k', "Go on after a line that failed");
    private static final Flag<Optional<String>> FORMAT = Flag.text("format", "json: one record per command");
    private static final Flag<Optional<Duration>> TIMEOUT = Flag.duration("timeout", "Most time for one command");

    private final CommandContext context;
    private final boolean json;
    private final Optional<Duration> timeout;

    private BatchCommand(CommandContext context, boolean json, Optional<Duration> timeout) {
        this.context = context;
        this.json = json;
        this.timeout = timeout;
    }

    public static CommandSpec spec() {
        return CommandSpec.named("batch", "[OPTIONS] [FILE]", "Run the commands of a file, or of standard input, in one process")
                .flags(FORMAT, KEEP_GOING, TIMEOUT)
                .arguments(0, 1)
                .runs(BatchCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String format = typed.get(FORMAT).orElse("");
        if (!format.isEmpty() && !format.equals("json")) {
            throw new UsageException("batch: --format takes json, not \"" + format + "\"");
        }
        var timeout = typed.get(TIMEOUT).filter(time -> time.isPositive());
        var batch = new BatchCommand(context, format.equals("json"), timeout);
        String file = typed.arguments().isEmpty() ? "-" : typed.argument(0);
        try (Reader reader = open(file, context)) {
            return batch.lines(new BufferedReader(reader), file.equals("-") ? "standard input" : file, typed.get(KEEP_GOING));
        } catch (NoSuchFileException e) {
            throw new UsageException("batch: there is no file " + file, ExitCode.FAILED);
        } catch (IOException e) {
            throw new UsageException("batch: cannot read " + file + ": " + e.getMessage(), ExitCode.FAILED);
        }
    }

    private static Reader open(String file, CommandContext context) throws IOException {
        return file.equals("-")
                ? new InputStreamReader(context.io().in(), StandardCharsets.UTF_8)
                : Files.newBufferedReader(context.directory().resolve(file));
    }

    private int lines(BufferedReader reader, String source, boolean keepGoing) throws IOException {
        int first = ExitCode.OK;
        int number = 0;
        String line;
        while ((line = reader.readLine()) != null) {
            number++;
            var words = words(line, source, number);
            if (words.isPresent() && words.get().isEmpty()) continue;
            int code = words.isPresent() ? command(words.get(), line, source, number) : ExitCode.CANNOT_RUN;
            if (code != ExitCode.OK && first == ExitCode.OK) first = code;
            if (code != ExitCode.OK && !keepGoing) return first;
        }
        return first;
    }

    private Optional<List<String>> words(String line, String source, int number) {
        try {
            var words = ShellWords.of(line);
            boolean named = !words.isEmpty() && (words.getFirst().equals("davit") || words.getFirst().equals("docker"));
            return Optional.of(named ? words.subList(1, words.size()) : words);
        } catch (IllegalArgumentException e) {
            context.complain(source + ", line " + number + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private int command(List<String> words, String line, String source, int number) {
        var captured = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var out = json ? new Output(captured, false) : context.io().out();
        var err = new Output(errors, false);
        var streams = new StandardStreams(InputStream.nullInputStream(), out, err, Optional.empty());
        long began = System.nanoTime();
        int code = guarded(words, streams);
        long millis = (System.nanoTime() - began) / 1_000_000;
        String failure = errors.toString(StandardCharsets.UTF_8);
        if (json) {
            context.say(JsonObject.builder()
                    .put("line", number)
                    .put("command", line.strip())
                    .put("exit", code)
                    .put("ms", millis)
                    .put("output", captured.toString(StandardCharsets.UTF_8))
                    .put("error", failure)
                    .build()
                    .text(JsonStyle.WIRE));
        } else {
            failure.lines().forEach(sentence -> context.io().err().line(numbered(sentence, source, number)));
        }
        return code;
    }

    /// Our own sentences get the line number; what a container wrote to its standard error stays as it is.
    private static String numbered(String sentence, String source, int number) {
        String ours = "davit: ";
        return sentence.startsWith(ours)
                ? ours + source + ", line " + number + ": " + sentence.substring(ours.length())
                : sentence;
    }

    private int guarded(List<String> words, StandardStreams streams) {
        if (words.getFirst().equals("batch")) {
            streams.err().sentence("a batch cannot stand in a batch");
            return ExitCode.CANNOT_RUN;
        }
        if (timeout.isEmpty()) return CommandRunner.run(words, context.with(streams));
        return Deadline.run(timeout.get(), () -> CommandRunner.run(words, context.with(streams)), () -> {
            streams.err().sentence(words.getFirst() + ": not done within " + timeout.get().toMillis() + " ms");
            return ExitCode.TIMED_OUT;
        });
    }
}
