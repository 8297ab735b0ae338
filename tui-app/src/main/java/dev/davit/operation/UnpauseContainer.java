package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;

/// Thaws the processes of a container.
public record UnpauseContainer(ContainerRef container) implements Operation {

    @Override
    public String title() {
        return "unpause container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("unpause").argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().unpause(container);
        progress.say(container.text());
    }
}
