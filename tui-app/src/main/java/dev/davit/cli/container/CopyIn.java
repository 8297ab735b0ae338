package dev.davit.cli.container;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Meter;
import dev.davit.cli.UsageException;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.PathStat;
import dev.davit.engine.container.WriteOptions;
import dev.davit.files.CopyPlan;
import dev.davit.files.LocalPaths;
import dev.davit.files.PathText;
import dev.davit.files.TreeArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// From here to a container.
final class CopyIn {
    private final CommandContext context;
    private final ContainerRef container;
    private final boolean quiet;

    CopyIn(CommandContext context, ContainerRef container, boolean quiet) {
        this.context = context;
        this.container = container;
        this.quiet = quiet;
    }

    /// @param source a path here, or `-` for a tar stream on standard input
    void copy(String source, boolean followLink, String target, boolean asUser) {
        String what = "copy " + source + " to " + target + " in container " + container;
        try {
            var to = destination(target);
            if (source.equals("-")) {
                if (!to.isFolder()) {
                    throw new UsageException("cp: " + container + ":" + target + " must be a directory for an archive to be unpacked in it", ExitCode.FAILED);
                }
                send(context.io().in(), to.path(), asUser, to.path());
                return;
            }
            var here = new LocalPaths(context.directory());
            var from = here.source(here.absolute(source), followLink);
            var plan = CopyPlan.of(from, to);
            try (var archive = new TreeArchive(Path.of(from.path()), plan.renamed(plan.from()))) {
                send(archive, plan.folder(), asUser, to.path());
            }
        } catch (CopyPlan.Refused e) {
            throw new EngineException.Failed("cannot " + what + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + ": " + Archives.reason(e), e);
        }
    }

    /// What is at the destination, its last link followed once; whatever is wrong with it, the engine tells when it unpacks.
    private CopyPlan.Target destination(String path) {
        var there = look(path);
        String reached = path;
        if (there.isPresent() && there.get().isLink()) {
            reached = PathText.target(path, there.get().linkTarget());
            there = look(reached);
        }
        if (there.isPresent() && there.get().kind() == PathStat.Kind.DEVICE) {
            throw new EngineException.Invalid("cannot copy to " + path + " in container " + container + ": it is a device");
        }
        return new CopyPlan.Target(reached, there.isPresent(), there.map(PathStat::isDirectory).orElse(false));
    }

    private Optional<PathStat> look(String path) {
        try {
            return Optional.of(context.engine().files().stat(container, path));
        } catch (EngineException.NotFound | EngineException.Invalid e) {
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "nothing at the destination", e);
            return Optional.empty();
        }
    }

    private void send(InputStream archive, String folder, boolean asUser, String shown) {
        try (var meter = new Meter(context, quiet, "Copying to " + container, "the engine to unpack")) {
            context.engine().files().write(container, folder, meter.counted(archive), new WriteOptions(true, asUser));
            meter.succeeded(container + ":" + shown);
        }
    }
}
