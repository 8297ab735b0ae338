package dev.davit.cli.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.Invocation;
import dev.davit.cli.PruneFlags;
import dev.davit.operation.Prune;

/// `davit network prune`.
public final class PruneCommand {
    private PruneCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("network prune", "[OPTIONS]", "Remove all networks that no container uses")
                .flags(PruneFlags.FILTER, PruneFlags.FORCE)
                .runs(PruneCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String warning = "WARNING! This will remove all custom networks not used by at least one container.\n";
        var prune = Prune.of(Prune.Kind.NETWORKS, false, PruneFlags.filters(typed, context));
        return PruneFlags.run(typed, context, warning, prune);
    }
}
