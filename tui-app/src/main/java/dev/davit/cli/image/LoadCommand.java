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
import dev.davit.engine.image.LoadRequest;
import dev.davit.engine.image.TransferProgress;
import java.io.IOException;
import java.util.Optional;

/// `davit load`.
public final class LoadCommand {
    private static final Flag<Optional<String>> INPUT = Flag.text("input", 'i', "Read this file, not standard input");
    private static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "Only the variant of one platform: OS[/ARCH[/VARIANT]]");
    private static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Say only which images there were");

    private LoadCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("load", "[OPTIONS]", "Take images out of a tar archive")
                .flags(INPUT, PLATFORM, QUIET)
                .runs(LoadCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String source = typed.get(INPUT).filter(name -> !name.isEmpty()).orElse("-");
        if (source.equals("-") && context.io().terminal().isPresent()) {
            throw new UsageException("load: no archive comes from a terminal; use -i FILE, or redirect standard input", ExitCode.FAILED);
        }
        boolean quiet = typed.get(QUIET) || !context.io().out().isTerminal();
        TransferDisplay.show(take(context, source, quiet, typed.get(PLATFORM)), Optional.of(context.io().out()));
        return ExitCode.OK;
    }

    private static Feed<TransferProgress> take(CommandContext context, String source, boolean quiet, Optional<String> platform) {
        try (var archive = Archives.open(context, "load images", source);
                var meter = new Meter(context, quiet, "Loading", "the engine to unpack")) {
            return context.engine().images().load(new LoadRequest(meter.counted(archive), quiet, platform));
        } catch (IOException e) {
            throw new EngineException.Failed("cannot load images from " + source + ": " + Archives.reason(e), e);
        }
    }
}
