package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import java.util.Optional;

/// Sends a signal to the first process of a container.
///
/// @param signal a name with or without `SIG`, or a number; empty means `SIGKILL`
public record KillContainer(ContainerRef container, String signal) implements Operation {

    @Override
    public String title() {
        return "kill container " + container;
    }

    @Override
    public String command() {
        return CommandLine.of("kill")
                .option("-s", Optional.of(signal).filter(name -> !name.isEmpty()))
                .argument(container)
                .toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        engine.containers().kill(container, signal);
        progress.say(container.text());
    }
}
