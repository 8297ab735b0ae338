package dev.davit.cli.image;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.SaveRequest;
import java.util.Optional;

/// `davit save`.
public final class SaveCommand {
    private static final Flag<Optional<String>> OUTPUT = Flag.text("output", 'o', "Write to this file, not to standard output");
    private static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "Only the variant of one platform: OS[/ARCH[/VARIANT]]");

    private SaveCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("save", "[OPTIONS] IMAGE [IMAGE...]", "Pack images as a tar archive")
                .flags(OUTPUT, PLATFORM)
                .argumentsFrom(1)
                .runs(SaveCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        boolean empty = typed.arguments().stream().anyMatch(String::isEmpty);
        if (empty) throw new UsageException("save: an image's name is empty", ExitCode.FAILED);
        var request = new SaveRequest(typed.arguments().stream().map(ImageRef::new).toList(), typed.get(PLATFORM));
        String what = "save " + String.join(", ", typed.arguments());
        Archives.write(context, "save", what, typed.get(OUTPUT), () -> context.engine().images().save(request));
        return ExitCode.OK;
    }
}
