package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.StopContainer;

/// `davit stop`.
public final class StopCommand {
    private StopCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("stop", "[OPTIONS] CONTAINER [CONTAINER...]", "Stop running containers")
                .flags(EndFlags.all())
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(typed, context, name -> new StopContainer(new ContainerRef(name), EndFlags.read(typed))));
    }
}
