package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.Flag;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.operation.RemoveContainer;

/// `davit rm`.
public final class RmCommand {
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Kill those that run");
    private static final Flag<Boolean> LINK = Flag.toggle("link", 'l', "Remove the link of that name, not the container");
    private static final Flag<Boolean> VOLUMES = Flag.toggle("volumes", 'v', "Remove their anonymous volumes too");

    private RmCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("rm", "[OPTIONS] CONTAINER [CONTAINER...]", "Remove containers")
                .flags(FORCE, LINK, VOLUMES)
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(typed, context, typed.get(FORCE), name -> new RemoveContainer(
                        new ContainerRef(name),
                        new RemoveOptions(typed.get(FORCE), typed.get(VOLUMES), typed.get(LINK)))));
    }
}
