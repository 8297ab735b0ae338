package dev.davit.cli.image;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.Meter;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.ImportRequest;
import dev.davit.engine.image.ImportRequest.Source;
import dev.davit.engine.image.TransferProgress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `davit import`.
public final class ImportCommand {
    private static final Flag<List<String>> CHANGE = Flag.texts("change", 'c', "A line of a Dockerfile to apply");
    private static final Flag<Optional<String>> MESSAGE = Flag.text("message", 'm', "What the image's history says");
    private static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "The image's platform: OS[/ARCH[/VARIANT]]");

    private ImportCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("import", "[OPTIONS] FILE|URL|- [REPOSITORY[:TAG]]", "Make an image of a root file system in a tar archive")
                .flags(CHANGE, MESSAGE, PLATFORM)
                .arguments(1, 2)
                .runs(ImportCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String source = typed.argument(0);
        if (source.isEmpty()) throw new UsageException("import: the archive's name is empty", ExitCode.FAILED);
        boolean fetched = source.startsWith("http://") || source.startsWith("https://");
        var news = fetched ? start(typed, context, new Source.Address(source)) : send(typed, context, source);
        TransferDisplay.show(news, Optional.of(context.io().out()));
        return ExitCode.OK;
    }

    private static Feed<TransferProgress> send(Invocation typed, CommandContext context, String source) {
        try (var archive = Archives.open(context, "import an image", source);
                var meter = new Meter(context, false, "Importing", "the engine to unpack")) {
            return start(typed, context, new Source.Archive(meter.counted(archive)));
        } catch (IOException e) {
            throw new EngineException.Failed("cannot import an image from " + source + ": " + Archives.reason(e), e);
        }
    }

    private static Feed<TransferProgress> start(Invocation typed, CommandContext context, Source source) {
        var target = typed.argumentsFrom(1).stream().filter(name -> !name.isEmpty()).findFirst().map(ImageRef::new);
        var platform = typed.get(PLATFORM).or(() -> context.settings().variable("DOCKER_DEFAULT_PLATFORM"));
        return context.engine()
                .images()
                .importRoot(new ImportRequest(source, target, typed.get(CHANGE), typed.get(MESSAGE).orElse(""), platform));
    }
}
