package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;

/// Starts a container that was created or has ended, without its terminal.
public record StartContainer(ContainerRef container) implements Operation {

    @Override
    public String title() {
        return "start container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("start").argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().start(container);
        progress.say(container.text());
    }
}
