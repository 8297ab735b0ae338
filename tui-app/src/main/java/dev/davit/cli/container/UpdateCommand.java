package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.operation.UpdateContainer;

/// `davit update`.
public final class UpdateCommand {
    private UpdateCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("update", "[OPTIONS] CONTAINER [CONTAINER...]", "Change the limits of containers")
                .flags(ResourceFlags.changeable())
                .flags(LifecycleFlags.NEW_RESTART)
                .argumentsFrom(1)
                .runs(UpdateCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        boolean nothing = typed.command().flags().stream().noneMatch(typed::has);
        if (nothing) throw new UsageException("update: no flag says what to change", ExitCode.FAILED);
        var change = new ContainerUpdate(ResourceFlags.read(typed), typed.get(LifecycleFlags.NEW_RESTART));
        return EachArgument.run(typed, context, name -> new UpdateContainer(new ContainerRef(name), change));
    }
}
