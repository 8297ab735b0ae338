package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.image.ImageRef;
import dev.davit.format.list.HistoryList;
import java.util.Optional;

/// `davit history`.
public final class HistoryCommand {
    private static final Flag<Boolean> HUMAN = Flag.toggledOn("human", 'H', "Round sizes and ages");

    private static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "The variant of one platform: OS[/ARCH[/VARIANT]]");

    private HistoryCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("history", "[OPTIONS] IMAGE", "Show the steps that made an image")
                .flags(ListFlags.FORMAT, HUMAN, ListFlags.NO_TRUNC, PLATFORM, ListFlags.QUIET)
                .arguments(1, 1)
                .runs(HistoryCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var list = new HistoryList(
                typed.get(ListFlags.FORMAT).orElse(""),
                typed.get(ListFlags.QUIET),
                !typed.get(ListFlags.NO_TRUNC),
                typed.get(HUMAN),
                context.clock());
        context.print(list.print(context.engine().images().history(new ImageRef(typed.argument(0)), typed.get(PLATFORM))));
        return ExitCode.OK;
    }
}
