package dev.davit.cli.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.PruneFlags;
import dev.davit.cli.UsageException;
import dev.davit.engine.Filters;
import dev.davit.operation.Prune;
import dev.davit.operation.Prune.Kind;
import java.util.EnumSet;
import java.util.Set;

/// `davit system prune`.
public final class PruneCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also images with a name");
    private static final Flag<Boolean> VOLUMES = Flag.toggle("volumes", "Also volumes without a name of their own");

    private PruneCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("system prune", "[OPTIONS]", "Remove whatever is not in use")
                .flags(ALL, PruneFlags.FILTER, PruneFlags.FORCE, VOLUMES)
                .runs(PruneCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var kinds = EnumSet.allOf(Kind.class);
        if (!typed.get(VOLUMES)) kinds.remove(Kind.VOLUMES);
        var filters = PruneFlags.filters(typed, context);
        if (typed.get(VOLUMES) && !filters.get("until").isEmpty()) {
            throw new UsageException("system prune: volumes know no filter \"until\"; leave out --volumes", ExitCode.FAILED);
        }
        var prune = new Prune(kinds, typed.get(ALL), filters);
        return PruneFlags.run(typed, context, warning(kinds, typed.get(ALL), filters), prune);
    }

    private static String warning(Set<Kind> kinds, boolean all, Filters filters) {
        var text = new StringBuilder("WARNING! This will remove:\n");
        for (var kind : kinds) {
            String what = switch (kind) {
                case CONTAINERS -> "all stopped containers";
                case NETWORKS -> "all networks not used by at least one container";
                case VOLUMES -> "all anonymous volumes not used by at least one container";
                case IMAGES -> all ? "all images without at least one container associated to them" : "all dangling images";
                case BUILD_CACHE -> all ? "all build cache" : "unused build cache";
            };
            text.append("  - ").append(what).append('\n');
        }
        if (!filters.isEmpty()) {
            text.append("\n  Items to be pruned will be filtered with:\n");
            filters.values().forEach((name, values) ->
                    values.forEach(value -> text.append("  - ").append(name).append('=').append(value).append('\n')));
        }
        return text.append('\n').toString();
    }
}
