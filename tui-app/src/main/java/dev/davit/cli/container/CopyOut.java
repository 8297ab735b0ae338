package dev.davit.cli.container;

import dev.davit.cli.Archives;
import dev.davit.cli.CommandContext;
import dev.davit.cli.Meter;
import dev.davit.engine.EngineException;
import dev.davit.engine.archive.TarReader;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.PathArchive;
import dev.davit.files.CopyPlan;
import dev.davit.files.Extraction;
import dev.davit.files.LocalPaths;
import dev.davit.files.PathText;
import java.io.IOException;
import java.nio.file.Path;

/// From a container to here.
final class CopyOut {
    private final CommandContext context;
    private final ContainerRef container;
    private final boolean quiet;

    CopyOut(CommandContext context, ContainerRef container, boolean quiet) {
        this.context = context;
        this.container = container;
        this.quiet = quiet;
    }

    /// What is read in the container.
    ///
    /// @param path links followed, if they are to be
    /// @param name what it was asked for as, where a followed link has another; else empty
    private record Source(String path, String name) {}

    /// @param target a path here, or `-` for a tar stream on standard output
    void copy(String source, boolean followLink, String target) {
        String what = "copy " + source + " from container " + container + " to " + target;
        try {
            if (target.equals("-")) {
                Archives.refuseTerminal(context, "cp");
                try (var archive = context.engine().files().read(container, followed(source, followLink).path())) {
                    Archives.copyOut(context, archive.tar());
                }
                return;
            }
            var here = new LocalPaths(context.directory());
            String wanted = here.absolute(target);
            here.requireWritable(wanted);
            var from = followed(source, followLink);
            try (var archive = context.engine().files().read(container, from.path())) {
                unpack(archive, from, here.destination(wanted), wanted);
            }
        } catch (CopyPlan.Refused e) {
            throw new EngineException.Failed("cannot " + what + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new EngineException.Failed("cannot " + what + ": " + Archives.reason(e), e);
        }
    }

    /// Docker asks for the link's target then and gives what comes the link's name.
    private Source followed(String path, boolean followLink) {
        if (!followLink) return new Source(path, "");
        var stat = context.engine().files().stat(container, path);
        if (!stat.isLink()) return new Source(path, "");
        String target = PathText.keepEnd(PathText.target(path, stat.linkTarget()), path);
        String name = PathText.base(path);
        return new Source(target, name.equals(PathText.base(target)) ? "" : name);
    }

    private void unpack(PathArchive archive, Source from, CopyPlan.Target target, String shown)
            throws IOException, CopyPlan.Refused {
        var plan = CopyPlan.of(new CopyPlan.Source(from.path(), archive.stat().isDirectory(), from.name()), target);
        String own = PathText.split(from.path()).base();
        try (var extraction = new Extraction(Path.of(plan.folder()));
                var meter = new Meter(context, quiet, "Copying from " + container, "")) {
            extraction.unpack(new TarReader(meter.counted(archive.tar())), name -> {
                String called = from.name().isEmpty() ? name : PathText.rebase(name, own, from.name());
                return plan.renamed(called);
            });
            meter.succeeded(shown);
            var left = extraction.leftOut();
            if (!left.isEmpty()) {
                throw new IOException("everything is there but devices and pipes, which are not made here: "
                        + String.join(", ", left.subList(0, Math.min(5, left.size()))) + (left.size() > 5 ? ", …" : ""));
            }
        }
    }
}
