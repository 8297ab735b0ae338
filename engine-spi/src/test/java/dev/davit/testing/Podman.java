package dev.davit.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Podman's Docker API as a daemon of a test's own: its own folder, socket, network and mount namespaces, with an image
/// `busybox:latest`. Nothing of it reaches the machine's networks or mounts, and [#close()] leaves nothing.
///
/// It is shared by all test classes of a JVM through [PodmanExtension].
public final class Podman implements AutoCloseable {
    /// Podman's control group, whose name cannot be chosen.
    private static final String GROUP = "libpod_parent";

    private final Path folder;
    private final Set<String> before;
    private final List<Path> groups;
    private final RawApi api;
    private final Provisions provisions;
    private final DaemonProcess process;

    private Podman(Path folder, Set<String> before) throws IOException {
        this.folder = folder;
        this.before = before;
        this.groups = DaemonProcess.groups(GROUP);
        this.api = new RawApi(DaemonProcess.socket(folder));
        this.process = launch();
        this.provisions = new Provisions(folder, api, process::pid);
    }

    /// Starts one.
    ///
    /// @param folder where everything of it is kept; short, for a socket's path has at most 107 bytes
    public static Podman start(Path folder) throws IOException {
        Requirement.need(Requirement.ROOT, Requirement.PODMAN, Requirement.BUSYBOX, Requirement.NAMESPACES);
        LeakCheck.warmUp();
        var before = Remains.now(Optional.empty()).names();
        Files.createDirectories(folder);
        var podman = new Podman(folder, before);
        try {
            podman.process.awaitAnswer(podman.api);
            podman.provisions.busybox();
            return podman;
        } catch (IOException | RuntimeException | AssertionError e) {
            podman.close();
            throw e;
        }
    }

    /// Where it listens, as `DOCKER_HOST` spells it.
    public String host() {
        return "unix://" + DaemonProcess.socket(folder);
    }

    /// What is in and around it.
    public Provisions provisions() {
        return provisions;
    }

    /// Its own `/run` and `/dev/shm` keep its locks, leases and namespaces from the machine's. Limits that it would raise
    /// for each container are given instead: not every root may; 4.3 mixes soft and hard up, so they are equal.
    private DaemonProcess launch() throws IOException {
        var containers = Files.writeString(folder.resolve("containers.conf"), """
                [containers]
                default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
                log_driver = "k8s-file"
                [engine]
                cgroup_manager = "cgroupfs"
                events_logger = "file"
                runtime = "runc"
                [network]
                network_backend = "netavark"
                network_config_dir = "%s"
                """.formatted(folder.resolve("networks")));
        var storage = Files.writeString(folder.resolve("storage.conf"), """
                [storage]
                driver = "overlay"
                graphroot = "%s"
                runroot = "%s"
                """.formatted(folder.resolve("root"), folder.resolve("run")));
        var registries = Files.writeString(folder.resolve("registries.conf"), """
                unqualified-search-registries = ["docker.io"]
                [[registry]]
                location = "127.0.0.1:5000"
                insecure = true
                [[registry]]
                location = "127.0.0.1:5001"
                insecure = true
                """);
        Files.createDirectories(folder.resolve("temporary"));
        String own = "mount -t tmpfs own /run && mount -t tmpfs own /dev/shm && ip link set lo up && exec \"$@\"";
        var command = List.of(
                "unshare", "--net", "--mount", "sh", "-c", own, "podman",
                "podman", "--tmpdir", folder.resolve("state").toString(), "system", "service", "--time=0", host());
        var environment = Map.of(
                "CONTAINERS_CONF", containers.toString(),
                "CONTAINERS_STORAGE_CONF", storage.toString(),
                "CONTAINERS_REGISTRIES_CONF", registries.toString(),
                "TMPDIR", folder.resolve("temporary").toString());
        return DaemonProcess.start("podman", folder, environment, command);
    }

    /// Ends the command of a build that it goes on with although nobody waits for it any more, and waits until the build is
    /// over. Only the command is ended: what runs it cleans up behind itself, and would leave the command behind.
    public void endBuild() {
        Await.until("the build's command runs", () -> buildCommands().findAny().isPresent());
        Await.until("the build is over", () -> {
            buildCommands().forEach(ProcessHandle::destroyForcibly);
            return builds().findAny().isEmpty();
        });
    }

    /// The processes of builds' containers: not runc, which starts them and asks for them again and again.
    private Stream<ProcessHandle> buildCommands() {
        return builds().flatMap(ProcessHandle::descendants).filter(handle -> !Remains.command(handle.pid()).orElse("runc has just ended").contains("runc"));
    }

    /// The processes that each run one command of a build.
    private Stream<ProcessHandle> builds() {
        return process.descendants().filter(handle -> Remains.command(handle.pid()).orElse("").startsWith("buildah-oci-runtime"));
    }

    /// Ends it, its containers and its registries, and fails when anything of it stays.
    @Override
    public void close() {
        try {
            if (process.isReachable()) provisions.removeContainers();
        } catch (IOException e) {
            throw new IllegalStateException("podman cannot be cleaned up:\n" + process.log(), e);
        } finally {
            provisions.close();
            process.end();
            // a conmon stays that watches what was run inside a container
            DaemonProcess.endAll(folder + "/");
        }
        // those that others made stay
        DaemonProcess.groups(GROUP).stream().filter(group -> !groups.contains(group)).forEach(DaemonProcess::removeGroup);
        FileTree.delete(folder);
        LeakCheck.assertNothingSince(new Remains(before), Optional.of(folder), Duration.ofSeconds(20));
    }
}
