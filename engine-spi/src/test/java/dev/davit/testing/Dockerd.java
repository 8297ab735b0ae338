package dev.davit.testing;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final List<String> APPLETS = List.of(
            "sh", "sleep", "echo", "cat", "true", "false", "ps", "top", "stty", "seq", "ls", "env", "printf", "hostname", "id",
            "touch", "mkdir", "rm", "dd", "tr", "yes", "head", "tail", "kill", "pwd", "wc", "vi", "less", "tty", "test");

    /// Who may log in at [#guardedRegistry].
    public static final String USER = "captain";

    /// What that user says.
    public static final String PASSWORD = "open sesame";

    private static final String PASSWORD_HASH = "$2b$05$abcdefghijklmnopqrstuupx2xBUC4954936wVIjyyPHmUBFu0wCW";
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Path folder;
    private final List<String> options;
    private final Set<String> before;
    private final RawApi api;
    private final String group = "davit-test-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
    private final Map<String, Process> registries = new LinkedHashMap<>();
    private Process process;

    private Dockerd(Path folder, List<String> options, Set<String> before) throws IOException {
        this.folder = folder;
        this.options = options;
        this.before = before;
        this.api = new RawApi(socket());
        this.process = launch();
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
            daemon.importBusybox();
            return daemon;
        } catch (IOException | RuntimeException | AssertionError e) {
            daemon.close();
            throw e;
        }
    }

    /// Where it listens, as `DOCKER_HOST` spells it.
    public String host() {
        return "unix://" + socket();
    }

    /// Its socket.
    public Path socket() {
        return folder.resolve("s");
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
        var left = ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains(folder + "/exec/"))
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(handle -> handle.onExit().join());
    }

    /// The address of a registry that only this daemon reaches; it holds `IMAGE:latest` once [#offer] has put it there.
    public String registry() throws IOException {
        String address = "127.0.0.1:5000";
        if (!registries.containsKey(address)) startRegistry(address, "");
        return address;
    }

    /// The address of another that lets in only [#USER] with [#PASSWORD].
    public String guardedRegistry() throws IOException {
        String address = "127.0.0.1:5001";
        if (registries.containsKey(address)) return address;
        var users = folder.resolve("users");
        Files.writeString(users, USER + ":" + PASSWORD_HASH + "\n");
        startRegistry(address, """
                auth:
                  htpasswd:
                    realm: harbor
                    path: %s
                """.formatted(users));
        String login = JsonObject.builder()
                .put("serveraddress", address).put("username", USER).put("password", PASSWORD).build().text();
        Await.until("the registry lets its user in", () ->
                api.post("/auth", "Content-Type: application/json\r\n", login.getBytes(StandardCharsets.UTF_8)).status() == 200);
        return address;
    }

    private void startRegistry(String address, String more) throws IOException {
        Requirement.need(Requirement.REGISTRY);
        String name = "registry" + address.substring(address.indexOf(':') + 1);
        var config = folder.resolve(name + ".yml");
        Files.writeString(config, """
                version: 0.1
                log:
                  level: error
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: %s
                """.formatted(folder.resolve(name), address) + more);
        startRegistry(address, List.of("docker-registry", "serve", config.toString()));
    }

    private void startRegistry(String address, List<String> command) throws IOException {
        var words = new ArrayList<>(List.of("nsenter", "--net=/proc/" + process.pid() + "/ns/net"));
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.environment().put(Remains.MARK, Long.toString(ProcessHandle.current().pid()));
        builder.environment().put("OTEL_TRACES_EXPORTER", "none");
        registries.put(address, builder.redirectErrorStream(true).redirectOutput(registryLog(address).toFile()).start());
    }

    private Path registryLog(String address) {
        return folder.resolve("registry" + address.substring(address.indexOf(':') + 1) + ".log");
    }

    /// The address of a [FalseRegistry].
    public String falseRegistry() throws IOException {
        String address = "127.0.0.1:5002";
        if (registries.containsKey(address)) return address;
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        startRegistry(address, List.of(
                java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                // a daemon tries TLS first, and waits for the answer
                "-Dsun.net.httpserver.maxReqTime=1", "-cp", System.getProperty("java.class.path"),
                FalseRegistry.class.getName(), "5002"));
        Await.until("the false registry is there", () -> falseRegistrySaid().contains("ready"));
        return address;
    }

    /// What the [FalseRegistry] said so far.
    public List<String> falseRegistrySaid() throws IOException {
        return Files.readAllLines(registryLog(falseRegistry()));
    }

    /// Puts busybox into the registry under this name, and takes it from the daemon's own store.
    ///
    /// @return the reference to pull
    public String offer(String repository, String tag) throws IOException {
        String name = registry() + "/" + repository;
        expect(201, api.post("/images/" + BUSYBOX + "/tag?repo=" + name + "&tag=" + tag, "", new byte[0]));
        String nobody = Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8));
        Await.until("the registry takes " + name, () -> {
            var pushed = api.post("/images/" + name + "/push?tag=" + tag, "X-Registry-Auth: " + nobody + "\r\n", new byte[0]);
            return pushed.status() == 200 && !pushed.body().contains("errorDetail");
        });
        expect(200, api.delete("/images/" + name + ":" + tag));
        return name + ":" + tag;
    }

    /// Puts an image into the store that nothing else uses: one file, whose content is the name.
    public void addImage(String name) throws IOException {
        var tar = new Tar().file("name", 0644, name.getBytes(StandardCharsets.UTF_8));
        int tag = name.lastIndexOf(':');
        String target = "/images/create?fromSrc=-&repo=" + name.substring(0, tag) + "&tag=" + name.substring(tag + 1);
        expect(200, api.post(target, "Content-Type: application/x-tar\r\n", tar.bytes()));
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

    private void importBusybox() throws IOException {
        var tar = new Tar().folder("bin").folder("tmp").folder("etc").folder("root");
        var busybox = Requirement.program("busybox").orElseThrow();
        tar.file("bin/busybox", 0755, Files.readAllBytes(busybox));
        for (String applet : APPLETS) tar.link("bin/" + applet, "busybox");
        tar.file("etc/passwd", 0644, "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000::/tmp:/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        tar.file("etc/group", 0644, "root:x:0:\nuser:x:1000:\n".getBytes(StandardCharsets.UTF_8));
        String change = URLEncoder.encode("CMD [\"sh\"]", StandardCharsets.UTF_8);
        var headers = "Content-Type: application/x-tar\r\n";
        expect(200, api.post("/images/create?fromSrc=-&repo=busybox&tag=latest&changes=" + change, headers, tar.bytes()));
    }

    /// Ends the daemon, its containers and its registry, and fails when anything of it stays.
    @Override
    public void close() {
        try {
            if (process.isAlive() && Files.exists(socket())) removeContainers();
        } catch (IOException e) {
            throw new IllegalStateException("dockerd cannot be cleaned up:\n" + log(), e);
        } finally {
            registries.values().forEach(Dockerd::end);
            end(process);
        }
        removeGroups();
        FileTree.delete(folder);
        LeakCheck.assertNothingSince(new Remains(before), Optional.of(folder), Duration.ofSeconds(20));
    }

    private void removeContainers() throws IOException {
        if (!(Json.parse(api.get("/containers/json?all=1").body()) instanceof JsonArray containers)) return;
        for (var container : containers.objects()) {
            var removed = api.delete("/containers/" + container.string("Id") + "?force=1&v=1");
            // 404 and 409: one that removes itself was quicker.
            if (!Set.of(204, 404, 409).contains(removed.status())) throw new IOException(removed.body());
        }
    }

    private static void end(Process process) {
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
    private static void removeGroup(Path group) {
        try (var tree = Files.walk(group)) {
            for (var folder : tree.filter(Files::isDirectory).toList().reversed()) Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expect(int status, RawApi.Answer answer) throws IOException {
        if (answer.status() != status) throw new IOException("the daemon answered " + answer.status() + ": " + answer.body());
    }
}
