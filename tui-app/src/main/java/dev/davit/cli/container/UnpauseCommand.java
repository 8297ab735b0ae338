package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.UnpauseContainer;

/// `davit unpause`.
public final class UnpauseCommand {
    private UnpauseCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("unpause", "CONTAINER [CONTAINER...]", "Thaw the processes of containers")
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(typed, context, name -> new UnpauseContainer(new ContainerRef(name))));
    }
}
