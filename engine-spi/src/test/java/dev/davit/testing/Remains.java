package dev.davit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a test could leave behind on this machine, as one set of names.
///
/// @param names `process 123: sleep 100`, `descriptor socket:[4711]`, `mount /tmp/x`, `link dv0`, `cgroup …`, `file …`
record Remains(Set<String> names) {
    /// The environment variable that marks processes as started by the tests of one JVM, wherever they were moved to.
    static final String MARK = "DAVIT_TEST_JVM";

    /// What the JVM opens for itself when it first needs it and keeps: classes, its pollers, random numbers.
    private static final Set<String> OWN = Set.of("anon_inode:[eventpoll]", "anon_inode:[eventfd]", "/dev/random", "/dev/urandom");

    Remains {
        names = Set.copyOf(names);
    }

    /// What there is now.
    ///
    /// @param folder the files that count; none when empty
    static Remains now(Optional<Path> folder) {
        var names = new TreeSet<String>();
        processes().forEach(names::add);
        descriptors().forEach(names::add);
        mounts().forEach(names::add);
        entries(Path.of("/sys/class/net")).forEach(name -> names.add("network link " + name.getFileName()));
        cgroups().forEach(names::add);
        folder.ifPresent(root -> files(root).forEach(names::add));
        return new Remains(names);
    }

    /// What is here and was not there before.
    Set<String> since(Remains before) {
        var known = before.names.stream().map(Remains::identity).collect(Collectors.toSet());
        return names.stream().filter(name -> !known.contains(identity(name))).collect(Collectors.toCollection(TreeSet::new));
    }

    /// A process is known by its number: an sshd writes the logins that are under way into its command line.
    private static String identity(String name) {
        return name.startsWith("process ") ? name.substring(0, name.indexOf(':')) : name;
    }

    private static Stream<String> processes() {
        String mark = MARK + "=" + ProcessHandle.current().pid();
        var marked = entries(Path.of("/proc")).filter(folder -> isMarked(folder, mark)).map(f -> f.getFileName().toString());
        var own = ProcessHandle.current().descendants().map(handle -> Long.toString(handle.pid()));
        return Stream.concat(marked, own).distinct().map(Remains::process).flatMap(Optional::stream);
    }

    private static boolean isMarked(Path folder, String mark) {
        if (!Character.isDigit(folder.getFileName().toString().charAt(0))) return false;
        return read(folder.resolve("environ")).map(text -> Arrays.asList(text.split("\0", -1)).contains(mark)).orElse(false);
    }

    private static Optional<String> process(String pid) {
        return command(Long.parseLong(pid)).map(command -> "process " + pid + ": " + command);
    }

    /// What a process calls itself, and its arguments; nothing when it has ended. A zombie's command line is empty: it is its
    /// parent's to bury, not a leak of work.
    static Optional<String> command(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "cmdline"))
                .map(text -> text.replace('\0', ' ').strip())
                .filter(command -> !command.isEmpty());
    }

    private static Stream<String> descriptors() {
        return entries(Path.of("/proc/self/fd"))
                .map(Remains::target)
                .flatMap(Optional::stream)
                .filter(target -> !OWN.contains(target))
                .filter(target -> !target.startsWith("/") || isOpenData(target))
                .map(target -> "descriptor " + target);
    }

    private static boolean isOpenData(String file) {
        boolean code = file.endsWith(".jar") || file.endsWith(".so") || file.endsWith("/modules") || file.endsWith(".jsa");
        return !code && !file.startsWith("/proc/") && !file.startsWith("/sys/");
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            // It was closed meanwhile: the descriptor of this very listing always is.
            return Optional.empty();
        }
    }

    private static Stream<String> mounts() {
        return read(Path.of("/proc/self/mountinfo")).orElse("").lines().map(line -> "mount " + List.of(line.split(" ", 6)).get(4));
    }

    private static Stream<String> cgroups() {
        var names = new TreeSet<String>();
        walk(Path.of("/sys/fs/cgroup"), new Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (belongsHere(folder)) names.add("cgroup " + folder);
                return FileVisitResult.CONTINUE;
            }
        });
        return names.stream();
    }

    /// Groups come and go with everything that runs on a machine: only those of this JVM's fixtures count, and of these not
    /// a daemon's own, which it makes with its first container and which goes when it is closed.
    private static boolean belongsHere(Path group) {
        String daemons = "davit-test-" + ProcessHandle.current().pid() + "-";
        return group.getNameCount() > 1 && group.getName(group.getNameCount() - 2).toString().startsWith(daemons);
    }

    private static Stream<String> files(Path root) {
        var names = new TreeSet<String>();
        walk(root, new Visitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add("file " + file);
                return FileVisitResult.CONTINUE;
            }
        });
        return names.stream();
    }

    private static void walk(Path root, Visitor visitor) {
        if (!Files.isDirectory(root)) return;
        try {
            Files.walkFileTree(root, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Goes on when something else on this machine removes what is being looked at.
    private static class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static Stream<Path> entries(Path folder) {
        try (var list = Files.list(folder)) {
            return list.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A process that has ended, or one that is not ours to look into.
            return Optional.empty();
        }
    }
}
