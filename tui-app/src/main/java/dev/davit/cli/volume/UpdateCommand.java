package dev.davit.cli.volume;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeUpdate;
import dev.davit.operation.UpdateVolume;
import java.util.Optional;

/// `davit volume update`.
public final class UpdateCommand {
    private static final Flag<String> AVAILABILITY =
            Flag.word("availability", (char) 0, "active", "Whether a swarm may use it: active, pause or drain");

    private UpdateCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("volume update", "[OPTIONS] [VOLUME]", "Change a cluster volume")
                .flags(AVAILABILITY)
                .arguments(1, 1)
                .runs(UpdateCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        if (typed.argument(0).isEmpty()) throw new UsageException("volume update: the name is empty", ExitCode.FAILED);
        var change = new VolumeUpdate(typed.has(AVAILABILITY) ? Optional.of(typed.get(AVAILABILITY)) : Optional.empty());
        new UpdateVolume(new VolumeRef(typed.argument(0)), change).run(context.engine(), context.progress());
        return ExitCode.OK;
    }
}
