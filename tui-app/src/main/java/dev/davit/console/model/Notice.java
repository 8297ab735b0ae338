package dev.davit.console.model;

import dev.davit.cli.ExitCode;
import java.util.Optional;

/// The line of messages.
///
/// @param kind how it is shown
/// @param text one sentence
/// @param command the command line that does what was done: davit's without the program's name, the system's with a `!`
public record Notice(Kind kind, String text, Optional<String> command) {

    /// What kind of message.
    public enum Kind {
        /// Something is being done.
        WORKING,
        /// Something is done.
        DONE,
        /// Something failed or cannot be.
        PROBLEM
    }

    /// The command as one types it into the system's shell, or after `:`.
    public Optional<String> typed() {
        return command.map(line -> line.startsWith("!") ? line : "davit " + line);
    }

    public static Notice working(String text, String command) {
        return new Notice(Kind.WORKING, text, Optional.of(command));
    }

    public static Notice done(String text, String command) {
        return new Notice(Kind.DONE, text, Optional.of(command));
    }

    public static Notice done(String text) {
        return new Notice(Kind.DONE, text, Optional.empty());
    }

    /// A command has ended by itself.
    static Notice ended(int code, String command) {
        return new Notice(code == ExitCode.OK ? Kind.DONE : Kind.PROBLEM, "exit " + code, Optional.of(command));
    }

    public static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text, Optional.empty());
    }
}
