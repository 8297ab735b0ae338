package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandSpec;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerRef;
import java.util.Optional;

/// `davit cp`: files between a container and here, or a tar stream.
public final class CpCommand {
    private static final Flag<Boolean> ARCHIVE = Flag.toggle("archive", 'a', "Give what is copied in to the container's user");
    private static final Flag<Boolean> FOLLOW = Flag.toggle("follow-link", 'L', "Copy what a link at the end of the source leads to");
    private static final Flag<Boolean> QUIET = Flag.toggle("quiet", 'q', "Show no progress; none is shown without a terminal");

    private CpCommand() {}

    public static CommandSpec spec() {
        return CommandSpec.named(
                        "cp",
                        "[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|- | SRC_PATH|- CONTAINER:DEST_PATH",
                        "Copy files between a container and here")
                .flags(ARCHIVE, FOLLOW, QUIET)
                .arguments(2, 2)
                .runs(CpCommand::run);
    }

    private static int run(Invocation typed, CommandContext context) {
        if (typed.argument(0).isEmpty()) throw new UsageException("cp: the source is empty", ExitCode.FAILED);
        if (typed.argument(1).isEmpty()) throw new UsageException("cp: the destination is empty", ExitCode.FAILED);
        var from = Place.of(typed.argument(0));
        var to = Place.of(typed.argument(1));
        boolean quiet = typed.get(QUIET);
        if (from.container().isPresent() && to.container().isPresent()) {
            throw new UsageException("cp: nothing is copied from one container to another; copy to here first", ExitCode.FAILED);
        }
        if (from.container().isPresent()) {
            new CopyOut(context, from.container().get(), quiet).copy(from.path(), typed.get(FOLLOW), to.path());
        } else if (to.container().isPresent()) {
            new CopyIn(context, to.container().get(), quiet).copy(from.path(), typed.get(FOLLOW), to.path(), typed.get(ARCHIVE));
        } else {
            throw new UsageException("cp: neither " + from.path() + " nor " + to.path() + " names a container (CONTAINER:PATH)", ExitCode.FAILED);
        }
        return ExitCode.OK;
    }

    /// One side of a copy.
    ///
    /// @param container empty for a path here; such a one begins with `/` or `.`, or has no colon
    private record Place(Optional<ContainerRef> container, String path) {
        static Place of(String text) {
            int colon = text.indexOf(':');
            if (text.startsWith("/") || text.startsWith(".") || colon < 0) return new Place(Optional.empty(), text);
            if (colon == 0) throw new UsageException("cp: no container stands before the colon of " + text, ExitCode.FAILED);
            return new Place(Optional.of(new ContainerRef(text.substring(0, colon))), text.substring(colon + 1));
        }
    }
}
