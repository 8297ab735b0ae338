package dev.davit.cli.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.PruneFlags;
import dev.davit.operation.Prune;

/// `davit volume prune`.
public final class PruneCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also volumes with a name of their own");

    private PruneCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("volume prune", "[OPTIONS]", "Remove local volumes that no container has")
                .flags(ALL, PruneFlags.FILTER, PruneFlags.FORCE)
                .runs(PruneCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        // An engine before API 1.42 has no way to spare those with a name.
        boolean any = typed.get(ALL) || !context.engine().info().speaks(42);
        String warning = "WARNING! This will remove " + (any ? "all" : "anonymous")
                + " local volumes not used by at least one container.\n";
        var prune = Prune.of(Prune.Kind.VOLUMES, typed.get(ALL), PruneFlags.filters(typed, context));
        return PruneFlags.run(typed, context, warning, prune);
    }
}
