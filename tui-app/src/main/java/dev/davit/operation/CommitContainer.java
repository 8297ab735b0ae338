package dev.davit.operation;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.image.CommitSpec;
import java.util.Optional;

/// Makes an image of a container.
public record CommitContainer(ContainerRef container, CommitSpec spec) implements Operation {

    @Override
    public String title() {
        return "commit container " + container + spec.target().map(name -> " as " + name).orElse("");
    }

    @Override
    public String command() {
        var line = CommandLine.of("commit")
                .option("-a", Optional.of(spec.author()).filter(text -> !text.isEmpty()))
                .option("-m", Optional.of(spec.message()).filter(text -> !text.isEmpty()));
        spec.changes().forEach(change -> line.option("-c", Optional.of(change)));
        line.flag("--pause=false", !spec.pause()).argument(container);
        spec.target().ifPresent(line::argument);
        return line.toString();
    }

    @Override
    public void run(Engine engine, Progress progress) {
        progress.say(engine.images().commit(container, spec));
    }
}
