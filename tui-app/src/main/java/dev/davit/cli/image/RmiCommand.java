package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImageRemoveOptions;
import dev.davit.operation.RemoveImage;
import java.util.List;

/// `davit rmi`.
public final class RmiCommand {
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Also when a stopped container or several names use it");
    private static final Flag<Boolean> NO_PRUNE = Flag.toggle("no-prune", "Leave parents that have no name");
    private static final Flag<List<String>> PLATFORM = Flag.commaTexts("platform", "Only the variant of one platform: OS[/ARCH[/VARIANT]]");

    private RmiCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("rmi", "[OPTIONS] IMAGE [IMAGE...]", "Remove images")
                .flags(FORCE, NO_PRUNE, PLATFORM)
                .argumentsFrom(1)
                .runs(RmiCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        var options = new ImageRemoveOptions(typed.get(FORCE), typed.get(NO_PRUNE), typed.get(PLATFORM));
        return EachArgument.run(typed, context, typed.get(FORCE), name -> new RemoveImage(new ImageRef(name), options));
    }
}
