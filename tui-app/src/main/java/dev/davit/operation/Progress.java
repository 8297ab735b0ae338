package dev.davit.operation;

/// Where an operation says what it is doing and what came of it.
@FunctionalInterface
public interface Progress {

    /// A result: one line without its line end, such as the name of a container that was stopped. A command prints it
    /// on standard output.
    void say(String line);

    /// Something the user should know although the operation goes on: one sentence. A command prints it on standard
    /// error.
    default void warn(String sentence) {}
}
