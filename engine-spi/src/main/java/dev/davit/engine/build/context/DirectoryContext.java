package dev.davit.engine.build.context;

import dev.davit.engine.archive.TarEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/// A folder of the caller's as a context, as docker's own command packs it: what `.dockerignore` keeps out stays out, but for itself and
/// the Dockerfile, which the builder needs; links go as links, and a further name of one file as a hard link; sockets do not go.
///
/// A file `NAME.dockerignore` beside the Dockerfile `NAME` is read in place of `.dockerignore`, as BuildKit does.
public final class DirectoryContext implements ContextSource {
    private static final String IGNORE = ".dockerignore";

    private final Path root;
    private final IgnoreRules rules;
    private final Optional<String> foreignRules;

    private DirectoryContext(Path root, IgnoreRules rules, Optional<String> foreignRules) {
        this.root = root;
        this.rules = rules;
        this.foreignRules = foreignRules;
    }

    /// A folder.
    ///
    /// @param folder the context's root; links on the way to it are followed
    /// @param dockerfile a file in it or elsewhere; a file in it becomes part of the context whatever the rules say
    /// @throws IOException when it is no folder or its rules cannot be read
    /// @throws IllegalArgumentException for a malformed rule, with its file and line
    public static DirectoryContext of(Path folder, Optional<Path> dockerfile) throws IOException {
        var root = folder.toRealPath();
        var own = dockerfile.map(file -> file.resolveSibling(file.getFileName() + IGNORE)).filter(Files::isRegularFile);
        var file = own.orElse(root.resolve(IGNORE));
        Optional<String> text = Files.isRegularFile(file) ? Optional.of(decoded(Files.readAllBytes(file))) : Optional.empty();
        IgnoreRules rules;
        try {
            rules = IgnoreRules.parse(text.orElse("")).keeping(IGNORE);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " " + e.getMessage(), e);
        }
        if (dockerfile.isPresent()) {
            var real = dockerfile.get().toRealPath();
            if (real.startsWith(root)) rules = rules.keeping(root.relativize(real).toString());
        }
        return new DirectoryContext(root, rules, own.isPresent() ? text : Optional.empty());
    }

    @Override
    public Optional<String> text(String path) throws IOException {
        try {
            var file = root.resolve(path).toRealPath();
            return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(decoded(Files.readAllBytes(file))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> foreignRules() {
        return foreignRules;
    }

    @Override
    public Iterator<ContextEntry> entries() throws IOException {
        return new Walk();
    }

    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A folder that is being walked.
    private record Level(Iterator<Path> files, IgnoreRules.Verdict verdict) {}

    private final class Walk implements Iterator<ContextEntry> {
        private final Deque<Level> levels = new ArrayDeque<>();
        /// The first path of each file that has several names, by device and inode.
        private final Map<String, String> firstNames = new HashMap<>();

        private Optional<ContextEntry> next = Optional.empty();

        Walk() throws IOException {
            levels.push(new Level(files(root), IgnoreRules.Verdict.ROOT));
        }

        @Override
        public boolean hasNext() {
            try {
                while (next.isEmpty() && !levels.isEmpty()) {
                    var level = levels.element();
                    if (level.files().hasNext()) visit(level.files().next(), level);
                    else levels.pop();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
            return next.isPresent();
        }

        @Override
        public ContextEntry next() {
            if (!hasNext()) throw new NoSuchElementException();
            var entry = next.orElseThrow();
            next = Optional.empty();
            return entry;
        }

        private void visit(Path file, Level level) throws IOException {
            String path = root.relativize(file).toString();
            var verdict = rules.judge(path, level.verdict());
            Map<String, Object> facts;
            try {
                facts = Files.readAttributes(file, "unix:*", LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException e) {
                throw new IOException("the file " + file + " vanished while the context was read", e);
            }
            var kind = kind(number(facts, "mode"));
            boolean folder = kind.equals(Optional.of(TarEntry.Kind.DIRECTORY));
            if (folder && (!verdict.excluded() || rules.mayLetIn(path))) levels.push(new Level(files(file), verdict));
            if (!verdict.excluded() && kind.isPresent()) next = Optional.of(entry(file, path, kind.get(), facts));
        }

        private ContextEntry entry(Path file, String path, TarEntry.Kind kind, Map<String, Object> facts) throws IOException {
            int permissions = (int) number(facts, "mode") & 07777;
            var modified = ((FileTime) Objects.requireNonNull(facts.get("lastModifiedTime"))).toInstant().truncatedTo(ChronoUnit.SECONDS);
            if (kind == TarEntry.Kind.FILE) {
                String inode = number(facts, "dev") + ":" + number(facts, "ino");
                var earlier = number(facts, "nlink") > 1 ? firstNames.putIfAbsent(inode, path) : null;
                if (earlier == null) return new ContextEntry(TarEntry.file(path, permissions, number(facts, "size"), modified), () -> open(file));
                var link = new TarEntry(path, TarEntry.Kind.HARD_LINK, permissions, 0, 0, 0, modified, earlier, 0, 0);
                return new ContextEntry(link, ContextEntry.Content.NONE);
            }
            String target = kind == TarEntry.Kind.SYMBOLIC_LINK ? Files.readSymbolicLink(file).toString() : "";
            boolean device = kind == TarEntry.Kind.CHARACTER_DEVICE || kind == TarEntry.Kind.BLOCK_DEVICE;
            long number = device ? number(facts, "rdev") : 0;
            var head = new TarEntry(path, kind, permissions, 0, 0, 0, modified, target, major(number), minor(number));
            return new ContextEntry(head, ContextEntry.Content.NONE);
        }
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            throw new IOException("no permission to read " + file, e);
        } catch (NoSuchFileException e) {
            throw new IOException("the file " + file + " vanished while the context was read", e);
        }
    }

    private static Iterator<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        } catch (AccessDeniedException e) {
            throw new IOException("no permission to read the folder " + folder, e);
        }
        files.sort(Comparator.comparing(path -> path.getFileName().toString()));
        return files.iterator();
    }

    /// The kind by the file type bits of inode(7); empty for sockets and what else there may be.
    private static Optional<TarEntry.Kind> kind(long mode) {
        return switch ((int) (mode & 0170000)) {
            case 0100000 -> Optional.of(TarEntry.Kind.FILE);
            case 0040000 -> Optional.of(TarEntry.Kind.DIRECTORY);
            case 0120000 -> Optional.of(TarEntry.Kind.SYMBOLIC_LINK);
            case 0010000 -> Optional.of(TarEntry.Kind.PIPE);
            case 0020000 -> Optional.of(TarEntry.Kind.CHARACTER_DEVICE);
            case 0060000 -> Optional.of(TarEntry.Kind.BLOCK_DEVICE);
            default -> Optional.empty();
        };
    }

    /// Of makedev(3).
    private static int major(long device) {
        return (int) (((device >>> 8) & 0xfff) | ((device >>> 32) & ~0xfffL));
    }

    private static int minor(long device) {
        return (int) ((device & 0xff) | ((device >>> 12) & 0xffffff00L));
    }

    private static long number(Map<String, Object> facts, String name) {
        return ((Number) Objects.requireNonNull(facts.get(name), name)).longValue();
    }
}
