package dev.davit.cli;

import java.util.List;
import java.util.Set;

/// Runs a command line inside a program that goes on afterwards: a batch, the shell, the console's `:`.
public final class CommandRunner {
    private static final Set<String> CONVERSATIONS = Set.of("attach", "login", "shell");
    private static final Set<String> POSSIBLE_CONVERSATIONS = Set.of("exec", "run", "start");

    private CommandRunner() {}

    /// @param words without the program's name
    /// @return the exit code; failures are told on the context's standard error
    public static int run(List<String> words, CommandContext context) {
        try {
            return Program.run(words, context);
        } catch (RuntimeException e) {
            return Program.failed(e, context.io(), false);
        }
    }

    /// Whether a command line talks with the user, so that it must have the terminal: `attach`, `exec -i`, `run -t`.
    public static boolean wantsTerminal(List<String> words) {
        var found = CommandTable.find(words);
        if (found.isEmpty()) return false;
        var spec = found.get().spec();
        if (CONVERSATIONS.contains(spec.name())) return true;
        if (!POSSIBLE_CONVERSATIONS.contains(spec.name())) return false;
        try {
            var typed = CommandLineParser.parse(spec, words.subList(found.get().words(), words.size()));
            return !isTyped(typed, "detach") && (isTyped(typed, "interactive") || isTyped(typed, "tty"));
        } catch (UsageException | HelpWanted | IllegalArgumentException e) {
            // The command itself will say what is wrong, and needs no terminal for it.
            return false;
        }
    }

    private static boolean isTyped(Invocation typed, String name) {
        return typed.command().flags().stream().anyMatch(flag -> flag.name().equals(name) && typed.has(flag));
    }
}
