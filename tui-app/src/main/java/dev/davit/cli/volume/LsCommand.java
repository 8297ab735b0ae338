package dev.davit.cli.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.format.list.VolumeList;

/// `davit volume ls`.
public final class LsCommand {
    private static final Flag<Boolean> CLUSTER = Flag.toggle("cluster", "A swarm's volumes only, with their columns");
    private static final Flag<Filters> FILTER = Flag.filters("Only those that match: NAME=VALUE");

    private LsCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("volume ls", "[OPTIONS]", "List volumes")
                .flags(CLUSTER, FILTER, ListFlags.FORMAT, ListFlags.QUIET)
                .runs(LsCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        if (typed.get(CLUSTER)) {
            throw new EngineException.Unsupported(
                    Feature.SWARM, "cannot list cluster volumes: they are a swarm's, and davit works with engines outside of swarms");
        }
        String format = ListFlags.format(typed, context, "volumes");
        var list = new VolumeList(format, ListFlags.quiet(typed, context));
        context.print(list.print(context.engine().volumes().list(new VolumeQuery(typed.get(FILTER)))));
        return ExitCode.OK;
    }
}
