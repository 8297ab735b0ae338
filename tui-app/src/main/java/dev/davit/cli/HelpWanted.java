package dev.davit.cli;

/// Somebody asked for help in the middle of a command line.
final class HelpWanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient CommandSpec command;

    HelpWanted(CommandSpec command) {
        super(command.name(), null, false, false);
        this.command = command;
    }

    CommandSpec command() {
        return command;
    }
}
