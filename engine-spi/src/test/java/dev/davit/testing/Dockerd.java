package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A Docker daemon of a test's own: its own folder, socket, network and mount namespaces and control group, with an image
/// `busybox:latest`. Nothing of it reaches the machine's networks or mounts, and [#close()] leaves nothing.
///
/// It is shared by all test classes of a JVM through [DockerdExtension].
public final class Dockerd implements AutoCloseable {
    /// The image that is in its store.
    public static final String BUSYBOX = "busybox:latest";

    /// Who may log in at [Provisions#guardedRegistry].
    public static final String USER = "captain";

    /// What that user says.
    public static final String PASSWORD = "open sesame";

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path folder;
    private final List<String> options;
    private final Map<String, String> environment;
    private final Set<String> before;
    private final RawApi api;
    private final String group = "davit-test-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
    private final Provisions provisions;
    private DaemonProcess process;

    private Dockerd(Path folder, List<String> options, Map<String, String> environment, Set<String> before) throws IOException {
        this.folder = folder;
        this.options = options;
        this.environment = environment;
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
        return start(folder, options, Map.of());
    }

    /// Starts one with more options and a larger environment.
    public static Dockerd start(Path folder, List<String> options, Map<String, String> environment) throws IOException {
        Requirement.need(Requirement.ROOT, Requirement.DOCKERD, Requirement.BUSYBOX, Requirement.NAMESPACES);
        LeakCheck.warmUp();
        var before = Remains.now(Optional.empty()).names();
        Files.createDirectories(folder);
        var daemon = new Dockerd(folder, List.copyOf(options), Map.copyOf(environment), before);
        try {
            daemon.process.awaitAnswer(daemon.api);
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
        return DaemonProcess.socket(folder);
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
        return process.log();
    }

    /// Ends the daemon and starts it again on the same socket and data, as an upgrade does.
    public void restart() throws IOException {
        process.end();
        process = launch();
        process.awaitAnswer(api);
    }

    /// Kills the daemon, as running out of memory does, and then everything that it leaves running. Only [#close] comes after.
    public void kill() throws InterruptedException {
        process.kill();
        // known by this folder, which is in the command lines of containerd and of its shims
        DaemonProcess.endAll(folder + "/exec/");
    }

    private DaemonProcess launch() throws IOException {
        var command = new ArrayList<>(List.of(
                "unshare", "--net", "--mount", "sh", "-c", "ip link set lo up; exec dockerd \"$@\"", "dockerd"));
        command.addAll(List.of("--data-root", folder.resolve("data").toString()));
        command.addAll(List.of("--exec-root", folder.resolve("exec").toString()));
        command.addAll(List.of("--pidfile", folder.resolve("pid").toString()));
        command.addAll(List.of("--cgroup-parent", "/" + group));
        command.addAll(List.of("--iptables=false", "--ip6tables=false", "-H", host()));
        command.addAll(options);
        return DaemonProcess.start("dockerd", folder, environment, command);
    }

    /// Ends the daemon, its containers and its registry, and fails when anything of it stays.
    @Override
    public void close() {
        try {
            if (process.isReachable()) provisions.removeContainers();
        } catch (IOException e) {
            throw new IllegalStateException("dockerd cannot be cleaned up:\n" + log(), e);
        } finally {
            provisions.close();
            process.end();
        }
        DaemonProcess.groups(group).forEach(DaemonProcess::removeGroup);
        FileTree.delete(folder);
        LeakCheck.assertNothingSince(new Remains(before), Optional.of(folder), Duration.ofSeconds(20));
    }
}
