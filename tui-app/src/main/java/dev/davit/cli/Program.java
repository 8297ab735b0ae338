package dev.davit.cli;

import dev.davit.engine.EngineException;
import dev.davit.format.list.VersionText;
import dev.davit.format.template.TemplateException;
import dev.davit.terminal.TerminalFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of the program from its words to its exit code: reads the global flags, finds the command, and turns every
/// failure into one sentence and docker's exit code.
public final class Program implements AutoCloseable {

    /// Opens the full-screen console.
    @FunctionalInterface
    public interface ConsoleDoor {
        /// @param context an engine that may not answer yet
        /// @return the exit code
        int enter(CommandContext context);
    }

    private final StandardStreams io;
    private final Map<String, String> environment;
    private final Path directory;
    private final Clock clock;
    private final ConsoleDoor console;
    private @Nullable EngineDoor door;

    public Program(
            StandardStreams io, Map<String, String> environment, Path directory, Clock clock, ConsoleDoor console) {
        this.io = io;
        this.environment = environment;
        this.directory = directory;
        this.clock = clock;
        this.console = console;
    }

    /// Runs a command line.
    ///
    /// @param words without the program's name
    public int run(List<String> words) {
        boolean debug = words.contains("--debug") || words.contains("-D");
        try {
            var globals = CommandLineParser.parse(GlobalFlags.spec(), words);
            if (globals.get(GlobalFlags.VERSION)) {
                io.out().line("Davit version " + VersionText.DAVIT);
                return ExitCode.OK;
            }
            var context = context(globals);
            if (globals.arguments().isEmpty()) {
                if (io.terminal().isPresent() && io.out().isTerminal()) return console.enter(context);
                io.out().text(Help.overview());
                return ExitCode.OK;
            }
            return run(globals.arguments(), context);
        } catch (RuntimeException e) {
            return failed(e, io, debug);
        }
    }

    private CommandContext context(Invocation globals) {
        var variables = GlobalFlags.environment(globals, environment);
        var settings = GlobalFlags.settings(globals, variables, directory);
        var engine = new EngineDoor(() -> EngineChoice.of(globals.get(GlobalFlags.ENGINE), settings), settings);
        door = engine;
        return new CommandContext(engine::engine, settings, io, clock, variables, directory, engine::reason, globals.get(GlobalFlags.READ_ONLY));
    }

    /// Runs one command with what a command may use; failures come as exceptions.
    static int run(List<String> words, CommandContext context) {
        String first = words.getFirst();
        if (first.equals("help")) return Help.run(words.subList(1, words.size()), context);
        if (Help.isNounAlone(words)) {
            // As docker has it: help that nobody asked for is no output of a command.
            (words.size() == 1 ? context.io().err() : context.io().out()).text(Help.ofNoun(first));
            return ExitCode.OK;
        }
        var found = CommandTable.found(words);
        if (context.readOnly() && !ReadOnly.allows(found.spec())) throw new UsageException(ReadOnly.refusal(found.spec().name()), ExitCode.FAILED);
        try {
            var typed = CommandLineParser.parse(found.spec(), words.subList(found.words(), words.size()));
            return found.spec().action().run(typed, context);
        } catch (HelpWanted wanted) {
            context.io().out().text(Help.of(wanted.command()));
            return ExitCode.OK;
        }
    }

    /// The exit code of a failure, after its sentence.
    static int failed(RuntimeException failure, StandardStreams io, boolean debug) {
        if (failure instanceof OutputGone) return 141;
        if (failure instanceof HelpWanted) {
            io.out().text(Help.overview());
            return ExitCode.OK;
        }
        boolean expected = failure instanceof UsageException
                || failure instanceof EngineException
                || failure instanceof TemplateException
                || failure instanceof TerminalFailure
                || failure instanceof IllegalArgumentException;
        String message = String.valueOf(failure.getMessage());
        io.err().sentence(expected ? message : "a defect of davit: " + failure + "; --debug shows where");
        if (debug) {
            var trace = new java.io.StringWriter();
            failure.printStackTrace(new java.io.PrintWriter(trace));
            io.err().line(trace.toString());
        }
        if (failure instanceof UsageException usage) return usage.exitCode();
        return failure instanceof EngineException.Cancelled ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    }

    @Override
    public void close() {
        var opened = door;
        if (opened != null) opened.close();
    }
}
