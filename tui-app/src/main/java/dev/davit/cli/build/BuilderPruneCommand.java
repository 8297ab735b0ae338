package dev.davit.cli.build;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.Confirmation;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.engine.Filters;
import dev.davit.engine.build.BuildPrune;
import dev.davit.format.Sizes;
import java.util.OptionalLong;

/// `davit builder prune`.
public final class BuilderPruneCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also cache that could still be of use");
    private static final Flag<Filters> FILTER = Flag.filtersWithoutLetter("Only what fits: until=24h");
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Do not ask");
    private static final Flag<OptionalLong> KEEP_STORAGE = Flag.bytes("keep-storage", (char) 0, "Cache to leave");

    private BuilderPruneCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("builder prune", "[OPTIONS]", "Remove build cache")
                .flags(ALL, FILTER, FORCE, KEEP_STORAGE)
                .runs(BuilderPruneCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String what = typed.get(ALL) ? "all build cache" : "all dangling build cache";
        if (!typed.get(FORCE) && !Confirmation.given(context, "WARNING! This will remove " + what + ". Are you sure you want to continue?")) {
            return ExitCode.OK;
        }
        var done = context.engine().builds().prune(new BuildPrune(typed.get(ALL), typed.get(KEEP_STORAGE), typed.get(FILTER)));
        if (!done.removed().isEmpty()) {
            context.say("Deleted build cache objects:");
            done.removed().forEach(context::say);
            context.say("");
        }
        context.say("Total reclaimed space: " + Sizes.decimal(done.bytes(), 4));
        return ExitCode.OK;
    }
}
