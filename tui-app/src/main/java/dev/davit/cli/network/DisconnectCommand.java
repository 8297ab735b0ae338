package dev.davit.cli.network;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.operation.DisconnectNetwork;

/// `davit network disconnect`.
public final class DisconnectCommand {
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Also a container that is not to be found any more");

    private DisconnectCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("network disconnect", "[OPTIONS] NETWORK CONTAINER", "Disconnect a container from a network")
                .flags(FORCE)
                .arguments(2, 2)
                .runs(DisconnectCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        new DisconnectNetwork(Named.network(typed, 0), Named.container(typed, 1), typed.get(FORCE))
                .run(context.engine(), context.progress());
        return ExitCode.OK;
    }
}
