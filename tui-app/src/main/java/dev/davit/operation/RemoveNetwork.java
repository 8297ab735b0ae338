package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.network.NetworkRef;

/// Removes a network.
///
/// @param force whether one that is not there is as good as removed
public record RemoveNetwork(NetworkRef network, boolean force) implements Operation {

    @Override
    public String title() {
        return "remove network " + network;
    }

    @Override
    public String command() {
        return CommandLine.of("network rm").flag("-f", force).argument(network).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        try {
            engine.networks().remove(network);
        } catch (EngineException.NotFound e) {
            if (force) return;
            throw e;
        }
        progress.say(network.text());
    }
}
