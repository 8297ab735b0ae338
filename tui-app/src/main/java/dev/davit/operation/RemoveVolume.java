package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.volume.VolumeRef;

/// Removes a volume and what is in it.
///
/// @param force whether one that is not there is as good as removed
public record RemoveVolume(VolumeRef volume, boolean force) implements Operation {

    @Override
    public String title() {
        return "remove volume " + volume;
    }

    @Override
    public String command() {
        return CommandLine.of("volume rm").flag("-f", force).argument(volume).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.volumes().remove(volume, force);
        progress.say(volume.text());
    }
}
