package dev.davit.console.model;

import java.util.Optional;

/// The line of messages.
///
/// @param kind how it is shown
/// @param text one sentence
/// @param command the command line that does what was done, without the program's name
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

    public static Notice working(String text, String command) {
        return new Notice(Kind.WORKING, text, Optional.of(command));
    }

    public static Notice done(String text, String command) {
        return new Notice(Kind.DONE, text, Optional.of(command));
    }

    public static Notice done(String text) {
        return new Notice(Kind.DONE, text, Optional.empty());
    }

    public static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text, Optional.empty());
    }
}
