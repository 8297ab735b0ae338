package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StopOptions;

/// Ends a container by its stop signal, then by SIGKILL when its grace is over.
///
/// @param container what the user named; said again as the result, as docker does
/// @param options the signal and the grace: the container's own where absent
public record StopContainer(ContainerRef container, StopOptions options) implements Operation {

    @Override
    public String title() {
        return "stop container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("stop")
                .option("-s", options.signal())
                .seconds("-t", options.grace())
                .argument(container)
                .toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().stop(container, options);
        progress.say(container.text());
    }
}
