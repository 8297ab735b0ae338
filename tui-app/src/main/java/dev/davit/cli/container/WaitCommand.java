package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.WaitContainer;

/// `davit wait`.
public final class WaitCommand {
    private WaitCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("wait", "CONTAINER [CONTAINER...]", "Wait until containers have ended and print their exit codes")
                .argumentsFrom(1)
                .runs((typed, context) ->
                        EachArgument.run(typed, context, name -> new WaitContainer(new ContainerRef(name))));
    }
}
