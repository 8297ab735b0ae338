package dev.davit.console.model;

import dev.davit.console.input.Keystrokes;
import dev.davit.operation.CommandLine;
import dev.davit.shell.SystemLine;
import java.util.List;
import java.util.stream.Collectors;

/// A command of the user's own, on keys of his.
///
/// @param scope the table in which the keys mean it
/// @param keys mostly one
/// @param name what it does, in his words
/// @param line a command line of davit's, or with `!` before it one of the system; `{name}` and `{id}` stand for those of what is meant
/// @param asks whether it is put into the command line first, where enter does it
public record UserCommand(Scope scope, Keystrokes keys, String name, String line, boolean asks) {

    /// The line for some things, every name quoted where it must be.
    ///
    /// @throws IllegalArgumentException when a name cannot be given to the system's command
    String of(List<String> names, List<String> ids) {
        if (line.startsWith("!")) return SystemLine.filled(line, names, ids);
        return line.replace("{name}", words(names)).replace("{id}", words(ids));
    }

    /// Whether it needs something to be selected.
    boolean needsThing() {
        return line.contains("{name}") || line.contains("{id}");
    }

    private static String words(List<String> all) {
        return all.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }
}
