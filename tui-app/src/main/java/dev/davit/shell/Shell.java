package dev.davit.shell;

import dev.davit.batch.ShellWords;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandRunner;
import dev.davit.cli.Completion;
import dev.davit.cli.FileNames;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Output;
import dev.davit.cli.StandardStreams;
import dev.davit.engine.EngineException;
import dev.davit.format.SafeText;
import dev.davit.terminal.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// Reads lines and runs them until the user leaves by `exit` or Ctrl-D. Ctrl-C ends the command that runs, or drops the line.
final class Shell {
    private final CommandContext context;
    private final LineReader reader;
    private final SystemShell system;

    Shell(CommandContext context, Terminal terminal) {
        this.context = context;
        this.system = new SystemShell(context);
        var builder = LineReaderBuilder.builder()
                .appName("davit")
                .terminal(terminal)
                .parser(Shell::parse)
                .completer(this::complete)
                .history(new Remembered())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        history(context).ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        this.reader = builder.build();
        Suggestions.on(reader);
    }

    private static Optional<Path> history(CommandContext context) {
        var file = History.file(context.environment(), "history");
        try {
            if (file.isPresent()) History.make(file.get());
            return file;
        } catch (IOException e) {
            context.complain("lines are not kept: cannot make " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Piece parse(String line, int cursor, Parser.ParseContext context) {
        if (context == Parser.ParseContext.ACCEPT_LINE && Quotes.of(line).isOpen()) throw new EOFError(-1, -1, "it goes on in the next line");
        return Piece.of(line, cursor);
    }

    private void complete(LineReader from, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof Piece piece)) return;
        for (String word : candidates(piece)) {
            boolean goesOn = word.endsWith(":") || word.endsWith("/");
            // without the folders that are typed already
            String shown = word.substring(1 + piece.word().lastIndexOf('/'));
            candidates.add(new Candidate(word, SafeText.line(shown), null, null, null, null, !goesOn));
        }
    }

    private List<String> candidates(Piece piece) {
        var directory = context.directory().toAbsolutePath();
        if (piece.isOfSystem()) return files(piece.word(), directory);
        return Completion.of(piece.before(), piece.word(), noun -> Names.of(noun, context), begun -> FileNames.of(begun, directory));
    }

    /// As sh knows them: `~/` is the user's home.
    private List<String> files(String begun, Path directory) {
        if (!begun.startsWith("~/")) return FileNames.of(begun, directory);
        var home = Path.of(context.environment().getOrDefault("HOME", "/"));
        return FileNames.of(begun.substring(2), home).stream().map(path -> "~/" + path).toList();
    }

    int run() {
        // A Ctrl-C may come to be told here when what it has ended is over: it does not end the shell
        try (var _ = Signals.on("INT", () -> {}).orElse(() -> {})) {
            return read();
        }
    }

    private int read() {
        int code = ExitCode.OK;
        while (true) {
            try {
                var lines = Quotes.lines(reader.readLine(prompt(code))).iterator();
                do {
                    String line = lines.next();
                    if (List.of("exit", "quit").contains(line.strip())) return code;
                    code = run(line, code);
                } while (lines.hasNext() && code != ExitCode.INTERRUPTED);
            } catch (UserInterruptException e) {
                // the line was dropped, by Ctrl-C
                code = ExitCode.INTERRUPTED;
            } catch (EndOfFileException e) {
                return code;
            }
        }
    }

    /// How the last command ended when not well, then which engine, and why no other.
    private String prompt(int code) {
        String ended = code == ExitCode.OK ? "" : "[" + code + "] ";
        // JLine expands what follows a %
        return (ended + "davit " + engine() + "> ").replace("%", "%%");
    }

    private String engine() {
        try {
            return SafeText.line(context.engineReason().get());
        } catch (EngineException e) {
            return "(no engine)";
        }
    }

    private int run(String line, int before) {
        var ofSystem = SystemLine.of(line);
        if (ofSystem.isPresent()) return system(ofSystem.get());
        var piped = Piped.of(line);
        List<String> words;
        try {
            words = ShellWords.of(piped.command());
        } catch (IllegalArgumentException e) {
            context.complain("cannot read the line: " + e.getMessage());
            return ExitCode.CANNOT_RUN;
        }
        if (!words.isEmpty() && List.of("davit", "docker").contains(words.getFirst())) words = words.subList(1, words.size());
        if (words.isEmpty()) return before;
        if (words.getFirst().equals("shell")) {
            context.complain("this is the shell already");
            return ExitCode.CANNOT_RUN;
        }
        var self = Thread.currentThread();
        try (var _ = Signals.on("INT", self::interrupt).orElse(() -> {})) {
            return piped.rest().isBlank() ? davit(words, context) : run(words, piped.rest());
        } finally {
            // an interrupt was the command's, and it is over
            Thread.interrupted();
        }
    }

    /// A command of davit's. Help alone tells of the shell as well.
    private static int davit(List<String> words, CommandContext context) {
        int code = CommandRunner.run(words, context);
        return words.equals(List.of("help")) ? CommandRunner.run(List.of("help", "shell"), context) : code;
    }

    private int system(SystemLine line) {
        var refusal = line.whyNot(context.readOnly());
        if (refusal.isEmpty()) return system.run(line.command());
        context.complain(refusal.get());
        return ExitCode.CANNOT_RUN;
    }

    /// Runs a command whose standard output something else reads.
    private int run(List<String> words, String rest) {
        var io = context.io();
        return system.feed(rest, out -> davit(
                words, context.with(new StandardStreams(io.in(), new Output(out, false), io.err(), Optional.empty()))));
    }
}
