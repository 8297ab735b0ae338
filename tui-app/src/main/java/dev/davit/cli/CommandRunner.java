package dev.davit.cli;

import java.util.List;

/// Runs a command line inside a program that goes on afterwards: a batch, the shell, the console's `:`.
public final class CommandRunner {
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
}
