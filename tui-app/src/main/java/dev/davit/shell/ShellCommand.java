package dev.davit.shell;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.terminal.LineTerminal;
import java.io.IOException;

/// `davit shell`: commands one by one on one engine, in one warm process.
///
/// Its exit code is that of the last command.
public final class ShellCommand {
    private ShellCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("shell", "", "Read commands one by one, with completion and history")
                .arguments(0, 0)
                .runs(ShellCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var user = context.io()
                .terminal()
                .filter(_ -> context.io().out().isTerminal())
                .orElseThrow(() -> new UsageException("the shell needs a terminal; davit batch reads commands from a file", ExitCode.FAILED));
        try (var terminal = new LineTerminal(user)) {
            return new Shell(context, terminal).run();
        } catch (IOException e) {
            throw new UsageException("the shell cannot use this terminal: " + e.getMessage(), ExitCode.FAILED);
        }
    }
}
