package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.operation.RenameContainer;

/// `davit rename`.
public final class RenameCommand {
    private RenameCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("rename", "CONTAINER NEW_NAME", "Give a container another name")
                .arguments(2, 2)
                .runs((typed, context) -> {
                    boolean empty = typed.arguments().stream().anyMatch(String::isBlank);
                    if (empty) throw new UsageException("rename: a name is empty", ExitCode.FAILED);
                    new RenameContainer(new ContainerRef(typed.argument(0)), typed.argument(1))
                            .run(context.engine(), context.progress());
                    return ExitCode.OK;
                });
    }
}
