package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;

/// Freezes the processes of a container.
public record PauseContainer(ContainerRef container) implements Operation {

    @Override
    public String title() {
        return "pause container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("pause").argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().pause(container);
        progress.say(container.text());
    }
}
