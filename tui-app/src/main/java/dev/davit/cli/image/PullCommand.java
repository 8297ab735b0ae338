package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.PullRequest;
import java.util.Optional;

/// `davit pull`.
public final class PullCommand {
    private static final Flag<Boolean> ALL_TAGS = Flag.toggle("all-tags", 'a', "Every tag of the repository");
    private static final Flag<Boolean> CONTENT_TRUST = Flag.toggledOn("disable-content-trust", (char) 0, "Skip the verification of image signatures");
    private static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "The platform wanted: OS[/ARCH[/VARIANT]]");
    private static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Show the image's name only");

    private PullCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("pull", "[OPTIONS] NAME[:TAG|@DIGEST]", "Fetch an image from a registry")
                .flags(ALL_TAGS, CONTENT_TRUST, PLATFORM, QUIET)
                .arguments(1, 1)
                .runs(PullCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        if (name.isEmpty()) throw new UsageException("pull: the image's name is empty", ExitCode.FAILED);
        boolean tagged = ImageNames.isTagged(name);
        if (typed.get(ALL_TAGS) && tagged) {
            throw new UsageException("pull: --all-tags takes a name without a tag, not " + name, ExitCode.FAILED);
        }
        boolean quiet = typed.get(QUIET);
        if (!tagged && !typed.get(ALL_TAGS)) {
            if (!quiet) context.say("Using default tag: latest");
            name += ":latest";
        }
        var reference = new ImageRef(name);
        var platform = typed.get(PLATFORM).or(() -> context.settings().variable("DOCKER_DEFAULT_PLATFORM"));
        var request = new PullRequest(reference, typed.get(ALL_TAGS), platform, Login.of(context, reference));
        TransferDisplay.show(
                context.engine().images().pull(request), quiet ? Optional.empty() : Optional.of(context.io().out()));
        context.say(ImageNames.full(name));
        return ExitCode.OK;
    }
}
