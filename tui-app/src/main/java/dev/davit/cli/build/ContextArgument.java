package dev.davit.cli.build;

import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.UsageException;
import dev.davit.engine.build.BuildContext;
import dev.davit.engine.build.DockerfileSource;
import dev.davit.engine.build.context.ContextEntry;
import dev.davit.engine.build.context.ContextSource;
import dev.davit.engine.build.context.DirectoryContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What `build` is given to build: a folder, `-` for an archive or a Dockerfile on standard input, the URL of a git repository, or the URL
/// of an archive or a Dockerfile. As docker's own command does, everything is fetched on this side, with the user's own access.
final class ContextArgument {
    private static final String STANDARD_INPUT = "-";
    private static final String USUAL = "Dockerfile";

    private final CommandContext context;
    private final Optional<String> file;

    /// @param file what `--file` says
    ContextArgument(CommandContext context, Optional<String> file) {
        this.context = context;
        this.file = file;
    }

    /// Makes a context of the argument.
    ///
    /// @throws UsageException when there is none there, in a sentence
    Prepared prepare(String typed) {
        try {
            if (typed.equals(STANDARD_INPUT)) return stream(context.io().in(), Prepared.Leftovers.NONE);
            if (!typed.isEmpty() && Files.exists(context.directory().resolve(typed))) return folder(context.directory().resolve(typed));
            if (GitUrl.isOne(typed)) return repository(GitUrl.parse(typed));
            if (typed.startsWith("http://") || typed.startsWith("https://")) return download(typed);
        } catch (IOException e) {
            throw trouble(reason(e));
        } catch (IllegalArgumentException e) {
            throw trouble(String.valueOf(e.getMessage()));
        }
        throw trouble("the path " + (typed.isEmpty() ? "is empty" : typed + " does not exist"));
    }

    private static UsageException trouble(String why) {
        return new UsageException("build: cannot prepare the context: " + why, ExitCode.FAILED);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) return "the file " + e.getMessage() + " does not exist";
        return String.valueOf(e.getMessage());
    }

    private boolean fileIsStandardInput() {
        return file.equals(Optional.of(STANDARD_INPUT));
    }

    private Prepared folder(Path typed) throws IOException {
        var root = typed.toRealPath();
        if (!Files.isDirectory(root)) throw new IOException("a context is a folder, and " + root + " is none");
        if (fileIsStandardInput()) {
            String text = new String(context.io().in().readAllBytes(), StandardCharsets.UTF_8);
            var source = DirectoryContext.of(root, Optional.empty());
            return new Prepared(new BuildContext.Entries(source), new DockerfileSource.Text(text), Prepared.Leftovers.NONE);
        }
        // A file that is named starts where the user stands, not at the context's root.
        var dockerfile = file.filter(name -> !name.isEmpty()).map(context.directory()::resolve).orElse(usual(root));
        return withDockerfile(root, dockerfile, Prepared.Leftovers.NONE);
    }

    private static Path usual(Path root) {
        var usual = root.resolve(USUAL);
        var small = root.resolve("dockerfile");
        return !Files.exists(usual) && Files.exists(small) ? small : usual;
    }

    private static Prepared withDockerfile(Path root, Path dockerfile, Prepared.Leftovers leftovers) throws IOException {
        var real = dockerfile.toRealPath();
        if (Files.isDirectory(real)) throw new IOException("the Dockerfile " + real + " is a folder");
        var source = DirectoryContext.of(root, Optional.of(dockerfile));
        DockerfileSource where = real.startsWith(root)
                ? new DockerfileSource.InContext(root.relativize(real).toString())
                : new DockerfileSource.Text(Files.readString(real));
        return new Prepared(new BuildContext.Entries(source), where, leftovers);
    }

    private Prepared repository(GitUrl url) throws IOException {
        if (fileIsStandardInput()) throw new IOException("a Dockerfile on standard input goes with a folder");
        var clone = GitClone.of(url, context);
        try {
            var root = clone.root();
            var dockerfile = file.filter(name -> !name.isEmpty()).map(root::resolve).orElse(usual(root));
            if (!dockerfile.toRealPath().startsWith(root)) throw new IOException("the Dockerfile " + dockerfile + " is outside of the repository");
            return withDockerfile(root, dockerfile, clone::remove);
        } catch (IOException | RuntimeException e) {
            clone.remove();
            throw e;
        }
    }

    private Prepared download(String url) throws IOException {
        if (fileIsStandardInput()) throw new IOException("a Dockerfile on standard input goes with a folder");
        var download = Download.open(url);
        try {
            return stream(download.body(), download::hangUp);
        } catch (IOException | RuntimeException e) {
            download.hangUp();
            throw e;
        }
    }

    /// An archive goes as it is; anything else is a Dockerfile without files.
    private Prepared stream(InputStream in, Prepared.Leftovers leftovers) throws IOException {
        if (fileIsStandardInput()) throw new IOException("standard input cannot be both the context and the Dockerfile");
        var buffered = new BufferedInputStream(in, 64 * 1024);
        if (ArchiveMagic.isArchive(buffered)) {
            var name = new DockerfileSource.InContext(file.orElse(""));
            return new Prepared(new BuildContext.Tar(buffered), name, leftovers);
        }
        if (file.isPresent()) throw new IOException("both the context and --file are a Dockerfile");
        byte[] text = buffered.readAllBytes();
        return new Prepared(new BuildContext.Entries(new Alone(text, context.clock())), DockerfileSource.USUAL, leftovers);
    }

    /// A Dockerfile without files.
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    private record Alone(byte[] bytes, Clock clock) implements ContextSource {
        @Override
        public Iterator<ContextEntry> entries() {
            return List.of(ContextEntry.file(USUAL, 0644, clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), bytes)).iterator();
        }

        @Override
        public Optional<String> text(String path) {
            return path.equals(USUAL) ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
        }

        @Override
        public Optional<String> foreignRules() {
            return Optional.empty();
        }
    }
}
