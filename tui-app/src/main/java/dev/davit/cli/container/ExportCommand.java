package dev.davit.cli.container;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import java.util.Optional;

/// `davit export`.
public final class ExportCommand {
    private static final Flag<Optional<String>> OUTPUT = Flag.text("output", 'o', "Write to this file, not to standard output");

    private ExportCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("export", "[OPTIONS] CONTAINER", "Pack a container's root file system as a tar archive")
                .flags(OUTPUT)
                .arguments(1, 1)
                .runs((typed, context) -> {
                    if (typed.argument(0).isEmpty()) throw new UsageException("export: the container's name is empty", ExitCode.FAILED);
                    var container = new ContainerRef(typed.argument(0));
                    Archives.write(context, "export", "export container " + container, typed.get(OUTPUT), () ->
                            context.engine().files().export(container));
                    return ExitCode.OK;
                });
    }
}
