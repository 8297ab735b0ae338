package dev.davit.shell;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.CommandSpec.Example;
import dev.davit.cli.ExitCode;
import dev.davit.cli.HeapKeeper;
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
                .examples(
                        new Example("ps -a", "A command as davit has it, without davit before it"),
                        new Example("ps | grep web", "Hand on what a command writes"),
                        new Example("logs web > web.log", "Write it to a file"),
                        new Example("!ls -l", "A command of the system, run by sh"),
                        new Example("run --rm busybox \\", "A backslash at the end, or an open quote: it goes on in the next line"),
                        new Example("help run", "A command's arguments and flags"),
                        new Example("tab", "Complete commands, flags, the names of what is there, and files"),
                        new Example("up, ctrl-r", "The line before; look for one. A login's, or one after a blank, is not kept"),
                        new Example("right, end", "Take the rest of a line from before, which stands dim behind what is typed"),
                        new Example("ctrl-c", "End the command, or drop the line"),
                        new Example("exit, ctrl-d", "Leave, with the exit code of the last command"))
                .runs(ShellCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var user = context.io()
                .terminal()
                .filter(_ -> context.io().out().isTerminal())
                .orElseThrow(() -> new UsageException("the shell needs a terminal; davit batch reads commands from a file", ExitCode.FAILED));
        try (var terminal = new LineTerminal(user);
                var _ = new HeapKeeper()) {
            return new Shell(context, terminal).run();
        } catch (IOException e) {
            throw new UsageException("the shell cannot use this terminal: " + e.getMessage(), ExitCode.FAILED);
        }
    }
}
