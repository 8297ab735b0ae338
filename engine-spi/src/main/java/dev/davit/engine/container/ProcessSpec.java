package dev.davit.engine.container;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A container's first process.
///
/// @param entrypoint empty: the image's; a list with one empty text: none
/// @param command its arguments, or the whole command without an entrypoint; empty: the image's
/// @param environment `NAME=value` each, or `NAME` alone to take the image's away
/// @param workingDirectory absolute; empty: the image's, else `/`
/// @param user `name|uid[:group|gid]`; empty: the image's
/// @param additionalGroups names or numbers
/// @param tty whether it gets a terminal
/// @param openStdin whether it gets a standard input
/// @param stdinOnce whether that input closes when the first session that attached to it goes
/// @param attached the streams that the creator means to attach to
/// @param terminalSize the terminal's size from the start
/// @param shell what a health check that is one text is given to; empty: the image's, else `/bin/sh -c`
public record ProcessSpec(
        Optional<List<String>> entrypoint,
        Optional<List<String>> command,
        List<String> environment,
        Optional<String> workingDirectory,
        Optional<String> user,
        List<String> additionalGroups,
        boolean tty,
        boolean openStdin,
        boolean stdinOnce,
        Set<StdStream> attached,
        Optional<TerminalSize> terminalSize,
        List<String> shell) {

    public ProcessSpec {
        environment = List.copyOf(environment);
        additionalGroups = List.copyOf(additionalGroups);
        attached = Set.copyOf(attached);
        shell = List.copyOf(shell);
    }

    /// Nothing said: the engine's defaults.
    public static ProcessSpec none() {
        return new Draft().build();
    }

    /// The same but for what the change sets.
    public ProcessSpec with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.entrypoint = entrypoint;
        draft.command = command;
        draft.environment = environment;
        draft.workingDirectory = workingDirectory;
        draft.user = user;
        draft.additionalGroups = additionalGroups;
        draft.tty = tty;
        draft.openStdin = openStdin;
        draft.stdinOnce = stdinOnce;
        draft.attached = attached;
        draft.terminalSize = terminalSize;
        draft.shell = shell;
        change.accept(draft);
        return draft.build();
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public Optional<List<String>> entrypoint = Optional.empty();
        public Optional<List<String>> command = Optional.empty();
        public List<String> environment = List.of();
        public Optional<String> workingDirectory = Optional.empty();
        public Optional<String> user = Optional.empty();
        public List<String> additionalGroups = List.of();
        public boolean tty = false;
        public boolean openStdin = false;
        public boolean stdinOnce = false;
        public Set<StdStream> attached = Set.of();
        public Optional<TerminalSize> terminalSize = Optional.empty();
        public List<String> shell = List.of();

        /// The finished record.
        public ProcessSpec build() {
            return new ProcessSpec(
                    entrypoint,
                    command,
                    environment,
                    workingDirectory,
                    user,
                    additionalGroups,
                    tty,
                    openStdin,
                    stdinOnce,
                    attached,
                    terminalSize,
                    shell);
        }
    }
}
