package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.RemoveOptions;

/// Removes a container, with what it wrote to its own file system.
public record RemoveContainer(ContainerRef container, RemoveOptions options) implements Operation {

    @Override
    public String title() {
        return "remove container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("rm")
                .flag("-f", options.force())
                .flag("-v", options.volumes())
                .flag("-l", options.link())
                .argument(container)
                .toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().remove(container, options);
        progress.say(container.text());
    }
}
