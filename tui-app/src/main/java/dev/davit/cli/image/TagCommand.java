package dev.davit.cli.image;

import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.UsageException;
import dev.davit.engine.image.ImageRef;
import dev.davit.operation.TagImage;

/// `davit tag`.
public final class TagCommand {
    private TagCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("tag", "SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]", "Give an image one more name")
                .arguments(2, 2)
                .runs((typed, context) -> {
                    boolean empty = typed.arguments().stream().anyMatch(String::isBlank);
                    if (empty) throw new UsageException("tag: a name is empty", ExitCode.FAILED);
                    new TagImage(new ImageRef(typed.argument(0)), new ImageRef(typed.argument(1)))
                            .run(context.engine(), context.progress());
                    return ExitCode.OK;
                });
    }
}
