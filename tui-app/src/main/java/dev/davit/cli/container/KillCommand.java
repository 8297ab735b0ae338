package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.Flag;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.KillContainer;
import java.util.Optional;

/// `davit kill`.
public final class KillCommand {
    private static final Flag<Optional<String>> SIGNAL = Flag.text("signal", 's', "The signal, KILL by default");

    private KillCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("kill", "[OPTIONS] CONTAINER [CONTAINER...]", "Send a signal to containers")
                .flags(SIGNAL)
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(typed, context, name -> new KillContainer(new ContainerRef(name), typed.get(SIGNAL).orElse(""))));
    }
}
