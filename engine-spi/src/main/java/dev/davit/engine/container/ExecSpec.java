package dev.davit.engine.container;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A process to run in a running container.
///
/// @param command and its arguments; not empty
/// @param environment additional `NAME=value`
/// @param user `user[:group]`; empty: the container's
/// @param workingDirectory empty: the container's
/// @param privileged with all capabilities
/// @param tty with a terminal
/// @param streams which streams are attached when it starts
/// @param detachKeys the key sequence that ends the session
/// @param size the terminal's size from the start where the start says none; a daemon before API 1.42 heeds only the start's
public record ExecSpec(
        List<String> command,
        List<String> environment,
        Optional<String> user,
        Optional<String> workingDirectory,
        boolean privileged,
        boolean tty,
        Set<StdStream> streams,
        Optional<String> detachKeys,
        TerminalSize size) {

    public ExecSpec {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        streams = Set.copyOf(streams);
    }

    /// A command with output attached.
    public static ExecSpec of(String... command) {
        return new ExecSpec(
                List.of(command),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Set.of(StdStream.STDOUT, StdStream.STDERR),
                Optional.empty(),
                TerminalSize.UNKNOWN);
    }

    /// The same, with standard input attached.
    public ExecSpec interactive() {
        return new ExecSpec(
                command, environment, user, workingDirectory, privileged, tty, Set.of(StdStream.values()), detachKeys, size);
    }

    /// The same, with a terminal.
    public ExecSpec onTerminal() {
        return new ExecSpec(command, environment, user, workingDirectory, privileged, true, streams, detachKeys, size);
    }
}
