package dev.davit.cli.context;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.engine.clientconfig.DockerContext;

/// `davit context use`.
final class UseContextCommand {
    private UseContextCommand() {}

    static CommandSpec spec() {
        return CommandSpec.named("context use", "CONTEXT", "Make a context the current one, for docker as well")
                .arguments(1, 1)
                .runs(UseContextCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        var contexts = Contexts.of(context);
        contexts.chosen().use(name);
        contexts.done(name, "Current context is now \"" + name + "\"");
        if (!name.equals(DockerContext.DEFAULT) && context.settings().variable("DOCKER_HOST").isPresent()) {
            context.io().err().line("Warning: DOCKER_HOST environment variable overrides the active context. To use \"" + name
                    + "\", either set the global --context flag, or unset DOCKER_HOST environment variable.");
        }
        return ExitCode.OK;
    }
}
