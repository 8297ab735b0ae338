package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A Docker daemon of a test's own: its own folder, socket, network and mount namespaces and control group, with an image
/// `busybox:latest`. Nothing of it reaches the machine's networks or mounts, and [#close()] leaves nothing.
///
/// It is shared by all test classes of a JVM through [DockerdExtension].
public final class Dockerd implements AutoCloseable {
    /// The image that is in its store.
    public static final String BUSYBOX = "busybox:latest";

    /// Who may log in at [#guardedRegistry].
    public static final String USER = "captain";

    /// What that user says.
    public static final String PASSWORD = "open sesame";

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path folder;
    private final List<String> options;
    private final Set<String> before;
    private final RawApi api;
    private final String group = "davit-test-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
    private final Provisions provisions;
    private Process process;

    private Dockerd(Path folder, List<String> options, Set<String> before) throws IOException {
        this.folder = folder;
        this.options = options;
        this.before = before;
        this.api = new RawApi(socket());
        this.process = launch();
        this.provisions = new Provisions(folder, api, () -> process.pid());
    }

    /// Starts one.
    ///
    /// @param folder where everything of it is kept; short, for a socket's path has at most 107 bytes
    public static Dockerd start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /// Starts one with more options: a port and certificates, say.
    public static Dockerd start(Path folder, List<String> options) throws IOException {
        Requirement.need(Requirement.ROOT, Requirement.DOCKERD, Requirement.BUSYBOX, Requirement.NAMESPACES);
        LeakCheck.warmUp();
        var before = Remains.now(Optional.empty()).names();
        Files.createDirectories(folder);
        var daemon = new Dockerd(folder, List.copyOf(options), before);
        try {
            daemon.awaitAnswer();
            daemon.provisions.busybox();
            return daemon;
        } catch (IOException | RuntimeException | AssertionError e) {
            daemon.close();
            throw e;
        }
    }

    /// Where everything of it is kept.
    public Path folder() {
        return folder;
    }

    /// Where it listens, as `DOCKER_HOST` spells it.
    public String host() {
        return "unix://" + socket();
    }

    /// Its socket.
    public Path socket() {
        return folder.resolve("s");
    }

    /// What is in and around it.
    public Provisions provisions() {
        return provisions;
    }

    /// A port of this machine's loopback that leads to one of the daemon's own, which nothing else can reach.
    public NamespacePort port(int port) throws IOException {
        return NamespacePort.open(process.pid(), port);
    }

    /// What it says about itself, for the message of a failure.
    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Ends the daemon and starts it again on the same socket and data, as an upgrade does.
    public void restart() throws IOException {
        end(process);
        process = launch();
        awaitAnswer();
    }

    /// Kills the daemon, as running out of memory does, and then everything that it leaves running. Only [#close] comes after.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        // known by this folder, which is in the command lines of containerd and of its shims
        endAll(folder + "/exec/");
    }

    /// See [Provisions#registry()].
    public String registry() throws IOException {
        return provisions.registry();
    }

    /// See [Provisions#guardedRegistry()].
    public String guardedRegistry() throws IOException {
        return provisions.guardedRegistry();
    }

    /// See [Provisions#falseRegistry()].
    public String falseRegistry() throws IOException {
        return provisions.falseRegistry();
    }

    /// See [Provisions#falseRegistrySaid()].
    public List<String> falseRegistrySaid() throws IOException {
        return provisions.falseRegistrySaid();
    }

    /// See [Provisions#index()].
    public String index() throws IOException {
        return provisions.index();
    }

    /// See [Provisions#offer(String, String)].
    public String offer(String repository, String tag) throws IOException {
        return provisions.offer(repository, tag);
    }

    /// See [Provisions#addImage(String)].
    public void addImage(String name) throws IOException {
        provisions.addImage(name);
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                "unshare", "--net", "--mount", "sh", "-c", "ip link set lo up; exec dockerd \"$@\"", "dockerd"));
        command.addAll(List.of("--data-root", folder.resolve("data").toString()));
        command.addAll(List.of("--exec-root", folder.resolve("exec").toString()));
        command.addAll(List.of("--pidfile", folder.resolve("pid").toString()));
        command.addAll(List.of("--cgroup-parent", "/" + group));
        command.addAll(List.of("--iptables=false", "--ip6tables=false", "-H", host()));
        command.addAll(options);
        var builder = new ProcessBuilder(command);
        builder.environment().put(Remains.MARK, Long.toString(ProcessHandle.current().pid()));
        builder.environment().merge("PATH", "/usr/sbin:/sbin:/usr/bin:/bin", (path, more) -> path + ":" + more);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void awaitAnswer() {
        try {
            Await.until("dockerd answers", Duration.ofSeconds(60), () -> {
                if (!process.isAlive()) throw new IllegalStateException("dockerd ended:\n" + log());
                if (!Files.exists(socket())) return false;
                try {
                    return api.get("/_ping").status() == 200;
                } catch (IOException e) {
                    // Its socket is there before it listens, and a restarted one finds the old socket's file.
                    return false;
                }
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + log(), e);
        }
    }

    /// Ends the daemon, its containers and its registry, and fails when anything of it stays.
    @Override
    public void close() {
        try {
            if (process.isAlive() && Files.exists(socket())) provisions.removeContainers();
        } catch (IOException e) {
            throw new IllegalStateException("dockerd cannot be cleaned up:\n" + log(), e);
        } finally {
            provisions.close();
            end(process);
        }
        removeGroups();
        FileTree.delete(folder);
        LeakCheck.assertNothingSince(new Remains(before), Optional.of(folder), Duration.ofSeconds(20));
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

    private void removeGroups() {
        try (var hierarchies = Files.list(Path.of("/sys/fs/cgroup"))) {
            Stream.concat(Stream.of(Path.of("/sys/fs/cgroup")), hierarchies)
                    .map(hierarchy -> hierarchy.resolve(group))
                    .filter(Files::isDirectory)
                    .forEach(Dockerd::removeGroup);
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
