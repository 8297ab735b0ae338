package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.network.NetworkRef;

/// Disconnects a container from a network.
public record DisconnectNetwork(NetworkRef network, ContainerRef container, boolean force) implements Operation {

    @Override
    public String title() {
        return "disconnect container " + container + " from network " + network;
    }

    @Override
    public String command() {
        return CommandLine.of("network disconnect").flag("-f", force).argument(network).argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.networks().disconnect(network, container, force);
    }
}
