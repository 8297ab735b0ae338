package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.Filters;
import dev.davit.engine.image.ImageQuery;
import dev.davit.format.list.ImageList;

/// `davit images`.
public final class ImagesCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also images that only others are made of");
    private static final Flag<Boolean> DIGESTS = Flag.toggle("digests", "Show digests");
    private static final Flag<Filters> FILTER = Flag.filters("Only those that match: NAME=VALUE");

    private ImagesCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("images", "[OPTIONS] [REPOSITORY[:TAG]]", "List images")
                .flags(ALL, DIGESTS, FILTER, ListFlags.FORMAT, ListFlags.NO_TRUNC, ListFlags.QUIET)
                .arguments(0, 1)
                .runs(ImagesCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String format = ListFlags.format(typed, context, "images");
        boolean quiet = ListFlags.quiet(typed, context);
        var list = new ImageList(format, quiet, !typed.get(ListFlags.NO_TRUNC), typed.get(DIGESTS), context.clock());
        var filters = typed.get(FILTER);
        if (!typed.arguments().isEmpty()) filters = filters.and("reference", typed.argument(0));
        context.print(list.print(context.engine().images().list(new ImageQuery(typed.get(ALL), typed.get(DIGESTS), false, false, filters))));
        return ExitCode.OK;
    }
}
