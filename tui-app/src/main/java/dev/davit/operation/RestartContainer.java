package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StopOptions;

/// Stops a container as [StopContainer] does and starts it again.
public record RestartContainer(ContainerRef container, StopOptions options) implements Operation {

    @Override
    public String title() {
        return "restart container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("restart")
                .option("-s", options.signal())
                .seconds("-t", options.grace())
                .argument(container)
                .toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().restart(container, options);
        progress.say(container.text());
    }
}
