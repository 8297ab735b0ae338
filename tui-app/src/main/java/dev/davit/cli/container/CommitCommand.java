package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.image.CommitSpec;
import dev.davit.engine.image.ImageRef;
import dev.davit.operation.CommitContainer;
import java.util.List;
import java.util.Optional;

/// `davit commit`.
public final class CommitCommand {
    private static final Flag<Optional<String>> AUTHOR = Flag.text("author", 'a', "Who made it");
    private static final Flag<List<String>> CHANGE = Flag.texts("change", 'c', "A line of a Dockerfile to apply");
    private static final Flag<Optional<String>> MESSAGE = Flag.text("message", 'm', "What the image's history says");
    private static final Flag<Boolean> PAUSE = Flag.toggledOn("pause", 'p', "Freeze the container meanwhile");

    private CommitCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("commit", "[OPTIONS] CONTAINER [REPOSITORY[:TAG]]", "Make an image of a container")
                .flags(AUTHOR, CHANGE, MESSAGE, PAUSE)
                .arguments(1, 2)
                .runs(CommitCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        if (typed.argument(0).isEmpty()) throw new UsageException("commit: the container's name is empty", ExitCode.FAILED);
        var target = typed.argumentsFrom(1).stream().filter(name -> !name.isEmpty()).findFirst().map(ImageRef::new);
        var spec = new CommitSpec(
                target, typed.get(AUTHOR).orElse(""), typed.get(MESSAGE).orElse(""), typed.get(CHANGE), typed.get(PAUSE));
        new CommitContainer(new ContainerRef(typed.argument(0)), spec).run(context.engine(), context.progress());
        return ExitCode.OK;
    }
}
