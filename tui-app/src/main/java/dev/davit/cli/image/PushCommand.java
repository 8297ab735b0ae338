package dev.davit.cli.image;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.PushRequest;
import java.util.Optional;

/// `davit push`.
public final class PushCommand {
    private static final Flag<Boolean> ALL_TAGS = Flag.toggle("all-tags", 'a', "Every tag of the repository");
    private static final Flag<Boolean> CONTENT_TRUST = Flag.toggledOn("disable-content-trust", (char) 0, "Do not sign");
    private static final Flag<Optional<String>> PLATFORM = Flag.text("platform", "Only the variant of one platform: OS[/ARCH[/VARIANT]]");
    private static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Show the image's name only");

    private PushCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named("push", "[OPTIONS] NAME[:TAG]", "Send an image to its registry")
                .flags(ALL_TAGS, CONTENT_TRUST, PLATFORM, QUIET)
                .arguments(1, 1)
                .runs(PushCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        String name = typed.argument(0);
        if (name.isEmpty()) throw new UsageException("push: the image's name is empty", ExitCode.FAILED);
        boolean all = typed.get(ALL_TAGS);
        boolean quiet = typed.get(QUIET);
        boolean tagged = ImageNames.isTagged(name);
        if (all && tagged) throw new UsageException("push: --all-tags takes a name without a tag, not " + name, ExitCode.FAILED);
        if (!all && !tagged) {
            if (!quiet) context.say("Using default tag: latest");
            name += ":latest";
        }
        var reference = new ImageRef(name);
        var request = new PushRequest(reference, all, typed.get(PLATFORM), Login.of(context, reference));
        TransferDisplay.show(
                context.engine().images().push(request), quiet ? Optional.empty() : Optional.of(context.io().out()));
        if (quiet) context.say(ImageNames.full(name));
        return ExitCode.OK;
    }
}
