package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerUpdate;

/// Changes the limits and the restart policy of a container.
public record UpdateContainer(ContainerRef container, ContainerUpdate change) implements Operation {

    @Override
    public String title() {
        return "update container " + container;
    }

    @Override
    public String command() {
        var command = CommandLine.of("update");
        UpdateFlags.write(change, command);
        return command.argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().update(container, change).forEach(progress::warn);
        progress.say(container.text());
    }
}
