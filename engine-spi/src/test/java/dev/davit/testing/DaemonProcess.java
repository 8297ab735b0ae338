package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The process of a daemon of a test's own: its socket `s` and its log are in the daemon's folder.
final class DaemonProcess {
    private final String name;
    private final Path folder;
    private final Process process;

    private DaemonProcess(String name, Path folder, Process process) {
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /// Starts one; what it writes is added to the log.
    ///
    /// @param name for messages
    /// @param environment what it has beside the test's own
    static DaemonProcess start(String name, Path folder, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put(Remains.MARK, Long.toString(ProcessHandle.current().pid()));
        builder.environment().merge("PATH", "/usr/sbin:/sbin:/usr/bin:/bin", (path, more) -> path + ":" + more);
        var process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        return new DaemonProcess(name, folder, process);
    }

    /// The socket in a daemon's folder.
    static Path socket(Path folder) {
        return folder.resolve("s");
    }

    long pid() {
        return process.pid();
    }

    /// All that it started and that still runs, and what these started.
    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /// Whether it runs and can be talked to.
    boolean isReachable() {
        return process.isAlive() && Files.exists(socket(folder));
    }

    /// What it says about itself, for the message of a failure.
    String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    void awaitAnswer(RawApi api) {
        try {
            Await.until(name + " answers", Duration.ofSeconds(60), () -> {
                if (!process.isAlive()) throw new IllegalStateException(name + " ended");
                if (!Files.exists(socket(folder))) return false;
                try {
                    return api.get("/_ping").status() == 200;
                } catch (IOException e) {
                    // Its socket is there before it listens, and one that is started again finds the old socket's file.
                    return false;
                }
            });
        } catch (AssertionError | IllegalStateException e) {
            throw new AssertionError(e.getMessage() + "\n" + log(), e);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void end() {
        end(process);
    }

    static void end(Process process) {
        process.destroy();
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) return;
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Kills every process whose command line has this in it, and what it has started.
    static void endAll(String words) {
        var left = ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains(words))
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(handle -> handle.onExit().join());
    }

    /// The control groups of this name that there are, in every hierarchy.
    static List<Path> groups(String name) {
        try (var hierarchies = Files.list(Path.of("/sys/fs/cgroup"))) {
            return Stream.concat(Stream.of(Path.of("/sys/fs/cgroup")), hierarchies)
                    .map(hierarchy -> hierarchy.resolve(name))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Control groups are removed as folders, from the innermost; their files cannot be.
    static void removeGroup(Path group) {
        try (var tree = Files.walk(group)) {
            for (var folder : tree.filter(Files::isDirectory).toList().reversed()) Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
