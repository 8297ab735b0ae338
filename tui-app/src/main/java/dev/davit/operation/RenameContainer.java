package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;

/// Gives a container another name.
public record RenameContainer(ContainerRef container, String name) implements Operation {

    @Override
    public String title() {
        return "rename container " + container + " to " + name;
    }

    @Override
    public String command() {
        return CommandLine.of("rename").argument(container).argument(name).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().rename(container, name);
    }
}
