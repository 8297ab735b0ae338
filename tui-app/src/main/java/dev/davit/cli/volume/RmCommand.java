package dev.davit.cli.volume;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.EachArgument;
import dev.davit.cli.Flag;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.operation.RemoveVolume;

/// `davit volume rm`.
public final class RmCommand {
    private static final Flag<Boolean> FORCE = Flag.toggle("force", 'f', "Not to be there is as good");

    private RmCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("volume rm", "[OPTIONS] VOLUME [VOLUME...]", "Remove volumes")
                .flags(FORCE)
                .argumentsFrom(1)
                .runs((typed, context) -> EachArgument.run(
                        typed, context, name -> new RemoveVolume(new VolumeRef(name), typed.get(FORCE))));
    }
}
