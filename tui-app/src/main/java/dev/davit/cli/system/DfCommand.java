package dev.davit.cli.system;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.format.list.DiskUsageList;
import dev.davit.format.list.DiskUsageTables;

/// `davit system df`.
public final class DfCommand {
    private static final Flag<Boolean> VERBOSE = Flag.toggle("verbose", 'v', "Thing by thing");

    private DfCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("system df", "[OPTIONS]", "Show what takes up disk space")
                .flags(ListFlags.FORMAT, VERBOSE)
                .runs(DfCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String format = typed.get(ListFlags.FORMAT).orElse("");
        if (typed.get(VERBOSE)) {
            var tables = new DiskUsageTables(format, context.clock());
            context.print(tables.print(context.engine().system().diskUsage()));
        } else {
            var list = new DiskUsageList(format);
            context.print(list.print(context.engine().system().diskUsage()));
        }
        return ExitCode.OK;
    }
}
