package dev.davit.cli;

import java.util.List;
import java.util.Set;

/// What may be done where nothing may be changed (`--read-only`).
public final class ReadOnly {
    /// Commands that change nothing but files of the user's own; those that read others decide for each of them.
    private static final Set<String> READING = Set.of(
            "ps", "logs", "top", "stats", "port", "diff", "wait", "container inspect", "export",
            "images", "history", "image inspect", "search", "save",
            "network ls", "network inspect", "volume ls", "volume inspect",
            "inspect", "events", "info", "version", "system df",
            "context ls", "context show", "context inspect", "context export",
            "engine status", "batch", "shell");

    private ReadOnly() {}

    /// Whether a command is one of them.
    static boolean allows(CommandSpec command) {
        return READING.contains(command.name());
    }

    /// Whether a command line begins with one of them, or with none at all: that is told by whoever runs it.
    public static boolean allows(List<String> words) {
        return CommandTable.find(words).map(found -> allows(found.spec())).orElse(true);
    }

    /// Why a command is refused.
    public static String refusal(String command) {
        return "davit is read-only: " + command + " would change something";
    }
}
