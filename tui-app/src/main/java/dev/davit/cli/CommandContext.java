package dev.davit.cli;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.format.SafeText;
import dev.davit.operation.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/// What a command may use of the world around it: an engine, three streams, the clock and the environment.
///
/// @param engineSource opens the chosen engine, or gives the one that is open already
/// @param settings what the user said about engines
/// @param io standard streams
/// @param clock the time, and the user's zone
/// @param environment the user's
/// @param directory where relative paths start
/// @param engineReason which engine was chosen and why, for `version`
/// @param readOnly whether commands that change something are refused
public record CommandContext(
        Supplier<Engine> engineSource,
        EngineSettings settings,
        StandardStreams io,
        Clock clock,
        Map<String, String> environment,
        Path directory,
        Supplier<String> engineReason,
        boolean readOnly) {

    /// The engine; opened by the first call.
    public Engine engine() {
        return engineSource.get();
    }

    /// The same world with other streams.
    public CommandContext with(StandardStreams streams) {
        return new CommandContext(engineSource, settings, streams, clock, environment, directory, engineReason, readOnly);
    }

    /// The same world, in which nothing may be changed.
    public CommandContext reading() {
        return new CommandContext(engineSource, settings, io, clock, environment, directory, engineReason, true);
    }

    /// The same world with another engine.
    public CommandContext with(EngineDoor door) {
        return new CommandContext(door::engine, door.settings(), io, clock, environment, directory, door::reason, readOnly);
    }

    /// The user's time zone.
    public ZoneId zone() {
        return clock.getZone();
    }

    /// One line on standard output, safe for a terminal.
    public void say(String line) {
        io.out().line(line);
    }

    /// A whole text with its line ends on standard output, safe for a terminal.
    public void print(String text) {
        io.out().text(io.out().isTerminal() ? SafeText.lines(text) : text);
    }

    /// One sentence on standard error.
    public void complain(String sentence) {
        io.err().sentence(sentence);
    }

    /// A failure on standard error.
    public void complain(Throwable failure) {
        complain(String.valueOf(failure.getMessage()));
    }

    /// Progress that prints results on standard output and warnings on standard error.
    public Progress progress() {
        return new Progress() {
            @Override
            public void say(String line) {
                CommandContext.this.say(line);
            }

            @Override
            public void warn(String sentence) {
                complain(sentence);
            }
        };
    }
}
