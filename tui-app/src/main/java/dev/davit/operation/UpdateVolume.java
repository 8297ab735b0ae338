package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeUpdate;

/// Changes a cluster volume.
public record UpdateVolume(VolumeRef volume, VolumeUpdate change) implements Operation {

    @Override
    public String title() {
        return "update volume " + volume;
    }

    @Override
    public String command() {
        return CommandLine.of("volume update").option("--availability", change.availability()).argument(volume).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.volumes().update(volume, change);
    }
}
