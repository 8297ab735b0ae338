package dev.davit.cli.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.Filters;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.format.list.NetworkList;

/// `davit network ls`.
public final class LsCommand {
    private static final Flag<Filters> FILTER = Flag.filters("Only those that match: NAME=VALUE");

    private LsCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("network ls", "[OPTIONS]", "List networks")
                .flags(FILTER, ListFlags.FORMAT, ListFlags.NO_TRUNC, ListFlags.QUIET)
                .runs(LsCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String format = ListFlags.format(typed, context, "networks");
        var list = new NetworkList(format, ListFlags.quiet(typed, context), !typed.get(ListFlags.NO_TRUNC));
        context.print(list.print(context.engine().networks().list(new NetworkQuery(typed.get(FILTER)))));
        return ExitCode.OK;
    }
}
