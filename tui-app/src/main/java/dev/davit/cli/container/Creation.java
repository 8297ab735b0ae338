package dev.davit.cli.container;

import dev.davit.cli.CommandContext;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.cli.image.Login;
import dev.davit.cli.image.TransferDisplay;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.CreatedContainer;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.image.PullRequest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Makes a container as the flags say: pulls its image when that is wanted, and writes its id to a file.
final class Creation {
    private Creation() {}

    static ContainerId create(Invocation typed, CommandContext context, ContainerSpec spec) {
        var file = typed.get(SpecFlags.CIDFILE).map(context.directory()::resolve);
        file.ifPresent(Creation::claim);
        boolean done = false;
        try {
            var created = pulledAndCreated(typed, context, spec);
            created.warnings().forEach(warning -> context.io().err().line("WARNING: " + warning));
            file.ifPresent(path -> write(path, created.id(), context));
            done = true;
            return created.id();
        } finally {
            if (!done) file.ifPresent(Creation::giveUp);
        }
    }

    private static CreatedContainer pulledAndCreated(Invocation typed, CommandContext context, ContainerSpec spec) {
        var policy = typed.get(SpecFlags.PULL);
        boolean quiet = typed.get(SpecFlags.QUIET);
        if (policy == PullPolicy.ALWAYS) pull(spec, context, quiet);
        try {
            return context.engine().containers().create(spec);
        } catch (EngineException.NotFound e) {
            boolean ofImage = policy == PullPolicy.MISSING && missing(context, spec.image());
            if (!ofImage) throw e;
            if (!quiet) context.io().err().line("Unable to find image '" + tagged(spec.image()) + "' locally");
            pull(spec, context, quiet);
            return context.engine().containers().create(spec);
        }
    }

    /// A container can also be refused because a network or volume is missing: pulling would not help then.
    private static boolean missing(CommandContext context, String image) {
        try {
            context.engine().images().inspect(new ImageRef(image));
            return false;
        } catch (EngineException.NotFound e) {
            return true;
        }
    }

    private static String tagged(String image) {
        boolean named = image.contains("@") || image.lastIndexOf(':') > image.lastIndexOf('/');
        return named ? image : image + ":latest";
    }

    private static void pull(ContainerSpec spec, CommandContext context, boolean quiet) {
        var reference = new ImageRef(tagged(spec.image()));
        var credentials = Login.of(context, reference);
        var request = new PullRequest(reference, false, spec.platform(), credentials);
        TransferDisplay.show(context.engine().images().pull(request), quiet ? Optional.empty() : Optional.of(context.io().err()));
    }

    private static void claim(Path file) {
        try {
            Files.writeString(file, "", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--cidfile: " + file + " exists already; remove it or name another file");
        } catch (IOException e) {
            throw new UsageException("--cidfile: cannot make " + file + ": " + ProcessFlags.reason(e));
        }
    }

    private static void write(Path file, ContainerId id, CommandContext context) {
        try {
            Files.writeString(file, id.value());
        } catch (IOException e) {
            context.engine().containers().remove(ContainerRef.of(id), RemoveOptions.FORCE);
            throw new EngineException.Failed("cannot write the container's id to " + file + ": " + e.getMessage(), e);
        }
    }

    private static void giveUp(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger("davit").log(System.Logger.Level.WARNING, "cannot remove " + file, e);
        }
    }
}
