package dev.davit.cli.network;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.Flag;
import dev.davit.engine.network.NetworkRef;
import dev.davit.operation.RemoveNetwork;

/// `davit network rm`.
public final class RmCommand {
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Not to be there is as good");

    private RmCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("network rm", "NETWORK [NETWORK...]", "Remove networks")
                .flags(FORCE)
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(
                        typed, context, name -> new RemoveNetwork(new NetworkRef(name), typed.get(FORCE))));
    }
}
