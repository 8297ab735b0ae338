package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.container.ContainerRef;
import dev.davit.format.SafeText;
import dev.davit.format.list.ProcessList;

/// `davit top`.
public final class TopCommand {
    private TopCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("top", "CONTAINER [ps OPTIONS]", "List the processes of a container")
                .argumentsFrom(1)
                .flagsFirst()
                .runs(TopCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var table = context.engine()
                .telemetry()
                .processes(new ContainerRef(typed.argument(0)), typed.argumentsFrom(1));
        String text = ProcessList.print(table);
        context.io().out().text(context.io().out().isTerminal() ? SafeText.lines(text) : text);
        return ExitCode.OK;
    }
}
