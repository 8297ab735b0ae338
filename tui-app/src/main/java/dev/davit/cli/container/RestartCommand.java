package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.RestartContainer;

/// `davit restart`.
public final class RestartCommand {
    private RestartCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("restart", "[OPTIONS] CONTAINER [CONTAINER...]", "Stop containers and start them again")
                .flags(EndFlags.all())
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(typed, context, name -> new RestartContainer(new ContainerRef(name), EndFlags.read(typed))));
    }
}
