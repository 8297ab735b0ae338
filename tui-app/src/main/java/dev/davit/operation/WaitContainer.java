package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.WaitCondition;

/// Waits until a container does not run, and says its exit code.
public record WaitContainer(ContainerRef container) implements Operation {

    @Override
    public String title() {
        return "wait for container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("wait").argument(container).toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        try (var exits = engine.containers().exits(container, WaitCondition.NOT_RUNNING)) {
            for (var status : exits) {
                if (status.error().isPresent()) {
                    throw new EngineException.Failed("cannot " + title() + ": " + status.error().get());
                }
                progress.say(Integer.toString(status.code()));
            }
        }
    }
}
