package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.Invocation;
import dev.davit.cli.PruneFlags;
import dev.davit.operation.Prune;

/// `davit container prune`.
public final class PruneCommand {
    private PruneCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("container prune", "[OPTIONS]", "Remove all containers that do not run")
                .flags(PruneFlags.FILTER, PruneFlags.FORCE)
                .runs(PruneCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String warning = "WARNING! This will remove all stopped containers.\n";
        var prune = Prune.of(Prune.Kind.CONTAINERS, false, PruneFlags.filters(typed, context));
        return PruneFlags.run(typed, context, warning, prune);
    }
}
