package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.PauseContainer;

/// `davit pause`.
public final class PauseCommand {
    private PauseCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("pause", "CONTAINER [CONTAINER...]", "Freeze the processes of containers")
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(typed, context, name -> new PauseContainer(new ContainerRef(name))));
    }
}
