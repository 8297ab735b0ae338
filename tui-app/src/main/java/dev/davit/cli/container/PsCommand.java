package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.cli.Values;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.format.list.ContainerList;
import java.util.OptionalInt;

/// `davit ps`.
public final class PsCommand {
    private static final Flag<Boolean> ALL = Flag.toggle("all", 'a', "Also those that do not run");
    private static final Flag<Filters> FILTER = Flag.filters("Only those that match: NAME=VALUE");
    private static final Flag<OptionalInt> LAST =
            new Flag<>("last", 'n', "int", OptionalInt.empty(), "-1", "The newest so many, whatever they do", (soFar, text) -> {
                int count = Math.toIntExact(Values.whole(text));
                return count > 0 ? OptionalInt.of(count) : OptionalInt.empty();
            });
    private static final Flag<Boolean> LATEST = Flag.toggle("latest", 'l', "The newest one, whatever it does");
    private static final Flag<Boolean> SIZE = Flag.toggle("size", 's', "Measure and show sizes");

    private PsCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("ps", "[OPTIONS]", "List containers")
                .flags(ALL, FILTER, ListFlags.FORMAT, LAST, LATEST, ListFlags.NO_TRUNC, ListFlags.QUIET, SIZE)
                .runs(PsCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String format = ListFlags.format(typed, context, "ps");
        boolean quiet = ListFlags.quiet(typed, context);
        boolean sizes = typed.get(SIZE) || (!quiet && ContainerList.needsSizes(format));
        var list = new ContainerList(format, quiet, !typed.get(ListFlags.NO_TRUNC), typed.get(SIZE), context.clock());
        var last = typed.get(LATEST) && typed.get(LAST).isEmpty() ? OptionalInt.of(1) : typed.get(LAST);
        var query = new ContainerQuery(typed.get(ALL), last, sizes, typed.get(FILTER));
        context.print(list.print(context.engine().containers().list(query)));
        return ExitCode.OK;
    }
}
