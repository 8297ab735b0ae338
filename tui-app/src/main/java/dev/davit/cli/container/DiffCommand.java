package dev.davit.cli.container;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.engine.container.ContainerRef;
import java.util.Comparator;

/// `davit diff`.
public final class DiffCommand {
    private DiffCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("diff", "CONTAINER", "List the files that differ from the image")
                .arguments(1, 1)
                .runs((typed, context) -> {
                    context.engine().files().changes(new ContainerRef(typed.argument(0))).stream()
                            .sorted(Comparator.comparing(change -> change.path()))
                            .forEach(change -> context.say(change.kind().letter() + " " + change.path()));
                    return ExitCode.OK;
                });
    }
}
