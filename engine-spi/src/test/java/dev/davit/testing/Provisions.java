package dev.davit.testing;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// What the tests need in and around a daemon of their own: images in its store, and registries that only it reaches.
public final class Provisions implements AutoCloseable {
    private static final List<String> APPLETS = List.of(
            "sh", "sleep", "echo", "cat", "true", "false", "ps", "top", "stty", "seq", "ls", "env", "printf", "hostname", "id",
            "touch", "mkdir", "rm", "dd", "tr", "yes", "head", "tail", "kill", "pwd", "wc", "vi", "less", "tty", "test");

    private static final String PASSWORD_HASH = "$2b$05$abcdefghijklmnopqrstuupx2xBUC4954936wVIjyyPHmUBFu0wCW";

    private final Path folder;
    private final RawApi api;
    private final LongSupplier daemon;
    private final Map<String, Process> registries = new LinkedHashMap<>();

    /// Those of a daemon.
    ///
    /// @param folder the daemon's own
    /// @param api its socket
    /// @param daemon its process, whose network the registries are in
    Provisions(Path folder, RawApi api, LongSupplier daemon) {
        this.folder = folder;
        this.api = api;
        this.daemon = daemon;
    }

    /// The address of a registry that only this daemon reaches; it holds `IMAGE:latest` once [#offer] has put it there.
    public String registry() throws IOException {
        String address = "127.0.0.1:5000";
        if (!registries.containsKey(address)) startRegistry(address, "");
        return address;
    }

    /// The address of another that lets in only [#Dockerd.USER] with [#Dockerd.PASSWORD].
    public String guardedRegistry() throws IOException {
        String address = "127.0.0.1:5001";
        if (!registries.containsKey(address)) startRegistry(address, guarded());
        return address;
    }

    private String guarded() throws IOException {
        var users = folder.resolve("users");
        Files.writeString(users, Dockerd.USER + ":" + PASSWORD_HASH + "\n");
        return """
                auth:
                  htpasswd:
                    realm: harbor
                    path: %s
                """.formatted(users);
    }

    /// The address of one with TLS that lets in the same user. It is not on the loopback's own network, where daemons take any
    /// certificate.
    ///
    /// @param host the last number of its address, 1 to 254
    /// @param certificates who signs its certificate
    public String tlsRegistry(int host, Certificates certificates) throws IOException, InterruptedException {
        String name = "10.91.91." + host;
        String address = name + ":" + (5400 + host);
        if (registries.containsKey(address)) return address;
        certificates.server("registry", "IP:" + name, 30);
        var own = new ProcessBuilder("nsenter", network(), "ip", "address", "add", name + "/32", "dev", "lo").inheritIO().start();
        if (own.waitFor() != 0) throw new IOException("no address for a registry: ip ended with " + own.exitValue());
        startRegistry(address, """
                  tls:
                    certificate: %s
                    key: %s
                """.formatted(certificates.certificate("registry"), certificates.key("registry")) + guarded());
        return address;
    }

    private void startRegistry(String address, String more) throws IOException {
        Requirement.need(Requirement.REGISTRY);
        String name = registryName(address);
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
        Await.until("the registry listens at " + address, () -> listens(address));
    }

    private boolean listens(String address) throws IOException {
        String port = "%04X".formatted(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
        // proc_net(5): number, local address:port, remote address:port, state, where 0A is listening
        try (var sockets = Files.lines(Path.of("/proc", Long.toString(daemon.getAsLong()), "net", "tcp"))) {
            return sockets.map(line -> line.strip().split(" +")).anyMatch(words -> words[1].endsWith(":" + port) && words[3].equals("0A"));
        }
    }

    private void startRegistry(String address, List<String> command) throws IOException {
        var words = new ArrayList<>(List.of("nsenter", network()));
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.environment().put(Remains.MARK, Long.toString(ProcessHandle.current().pid()));
        builder.environment().put("OTEL_TRACES_EXPORTER", "none");
        registries.put(address, builder.redirectErrorStream(true).redirectOutput(registryLog(address).toFile()).start());
    }

    private Path registryLog(String address) {
        return folder.resolve(registryName(address) + ".log");
    }

    private static String registryName(String address) {
        return "registry-" + address.replace(':', '-');
    }

    private String network() {
        return "--net=/proc/" + daemon.getAsLong() + "/ns/net";
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

    /// The address of an index that finds one image, `nginx`, whatever is searched for: what Docker's first registry answered.
    public String index() throws IOException {
        String address = "127.0.0.1:5003";
        if (registries.containsKey(address)) return address;
        var pages = Files.createDirectories(folder.resolve("index/v1"));
        Files.writeString(pages.resolve("_ping"), "{\"standalone\": true}");
        Files.writeString(pages.resolve("search"), """
                {"num_results": 1, "query": "nginx", "results": [
                  {"name": "nginx", "description": "Official build of Nginx.", "star_count": 20000, "is_official": true}]}
                """);
        var busybox = Requirement.program("busybox").orElseThrow().toString();
        startRegistry(address, List.of(busybox, "httpd", "-f", "-p", address, "-h", folder.resolve("index").toString()));
        Await.until("the index listens at " + address, () -> listens(address));
        return address;
    }

    /// Puts busybox into the registry under this name, and takes it from the daemon's own store.
    ///
    /// @return the reference to pull
    public String offer(String repository, String tag) throws IOException {
        String name = registry() + "/" + repository;
        expect(201, api.post("/images/" + Dockerd.BUSYBOX + "/tag?repo=" + name + "&tag=" + tag, "", new byte[0]));
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

    /// Puts busybox into the store as `busybox:latest`.
    void busybox() throws IOException {
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

    /// Removes every container.
    void removeContainers() throws IOException {
        if (!(Json.parse(api.get("/containers/json?all=1").body()) instanceof JsonArray containers)) return;
        for (var container : containers.objects()) {
            var removed = api.delete("/containers/" + container.string("Id") + "?force=1&v=1");
            // 404 and 409: one that removes itself was quicker.
            if (!Set.of(204, 404, 409).contains(removed.status())) throw new IOException(removed.body());
        }
    }

    /// Ends the registries.
    @Override
    public void close() {
        registries.values().forEach(DaemonProcess::end);
    }

    private static void expect(int status, RawApi.Answer answer) throws IOException {
        if (answer.status() != status) throw new IOException("the daemon answered " + answer.status() + ": " + answer.body());
    }
}
