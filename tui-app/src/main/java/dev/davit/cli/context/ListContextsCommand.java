package dev.davit.cli.context;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.ListFlags;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.format.list.ContextList;
import java.util.ArrayList;

/// `davit context ls`.
final class ListContextsCommand {
    private static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Show names only");

    private ListContextsCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context ls", "[OPTIONS]", "List contexts")
                .flags(ListFlags.FORMAT, QUIET)
                .arguments(0, 0)
                .runs(ListContextsCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var contexts = Contexts.of(context);
        String current = contexts.current();
        var rows = new ArrayList<ContextList.Entry>();
        for (var each : contexts.chosen().list()) {
            String host = each.name().equals(DockerContext.DEFAULT) ? contexts.defaultHost() : each.host().orElse("");
            rows.add(new ContextList.Entry(each.name(), each.name().equals(current), each.description(), host, ""));
        }
        if (rows.stream().noneMatch(ContextList.Entry::current)) {
            var file = contexts.store().metaFolder(current).resolve("meta.json");
            String error = "context \"" + current + "\": context not found: open " + file + ": no such file or directory";
            rows.add(new ContextList.Entry(current, true, "", "", error));
        }
        context.print(new ContextList(typed.get(ListFlags.FORMAT).orElse(""), typed.get(QUIET)).print(rows));
        if (context.settings().variable("DOCKER_HOST").isPresent()) {
            context.io().err().line("Warning: DOCKER_HOST environment variable overrides the active context. To use a context,"
                    + " either set the global --context flag, or unset DOCKER_HOST environment variable.");
        }
        return ExitCode.OK;
    }
}
