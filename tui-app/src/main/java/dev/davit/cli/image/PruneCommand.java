package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.PruneFlags;
import dev.davit.operation.Prune;

/// `davit image prune`.
public final class PruneCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also images with a name");

    private PruneCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("image prune", "[OPTIONS]", "Remove images that are not in use")
                .flags(ALL, PruneFlags.FILTER, PruneFlags.FORCE)
                .runs(PruneCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String which = typed.get(ALL) ? "images without at least one container associated to them" : "dangling images";
        String warning = "WARNING! This will remove all " + which + ".\n";
        var prune = Prune.of(Prune.Kind.IMAGES, typed.get(ALL), PruneFlags.filters(typed, context));
        return PruneFlags.run(typed, context, warning, prune);
    }
}
