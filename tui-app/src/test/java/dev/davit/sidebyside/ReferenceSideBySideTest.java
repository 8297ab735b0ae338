package dev.davit.sidebyside;

import dev.davit.cli.CommandTable;
import dev.davit.cli.EngineChoice;
import dev.davit.engine.EngineSettings;
import dev.davit.testing.Certificates;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import dev.davit.testing.Served;
import dev.davit.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Every form of the reference's command section, once by docker and once by davit, each on a daemon of its own that begins
/// empty: outputs, exit codes, and what is there at each heading. On the local daemon davit is a process of its own for
/// each command once; else it is this process, unless a line wants a terminal or is interrupted.
@ExtendWith(LeakCheck.class)
final class ReferenceSideBySideTest {
    private static final int PORT = 2376;

    @TempDir
    private Path folder = Path.of("");

    /// How a side reaches its daemon.
    ///
    /// @param around what else has to be closed, before the daemon
    private record Way(Dockerd daemon, String host, Map<String, String> environment, Runnable around) implements AutoCloseable {
        @Override
        public void close() {
            try {
                around.run();
            } finally {
                daemon.close();
            }
        }
    }

    /// The first line of each command is a process, as a user starts it; the others are this process.
    private record OncePerCommand(ProgramProcess process, DavitCommand here, Set<String> done) implements SideProgram {
        @Override
        public Outcome run(List<String> words, byte[] input) throws IOException, InterruptedException {
            String command = CommandTable.find(words).orElseThrow().spec().name();
            return done.add(command) ? process.run(words, input) : here.run(words, input);
        }
    }

    @FunctionalInterface
    private interface Transport {
        Way open(Path folder) throws IOException;
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> onALocalDaemon() throws Exception {
        return compare(ReferenceSideBySideTest::local, true);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> overTls() throws Exception {
        return compare(ReferenceSideBySideTest::tls, false);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> overSsh() throws Exception {
        return compare(ReferenceSideBySideTest::ssh, false);
    }

    /// Docker's own command on both sides: on a daemon, and on davit's server before one. Whatever differs is lost on the way.
    @Tag("long")
    @TestFactory
    Stream<DynamicTest> dockerOnDavitsServer() throws Exception {
        Requirement.need(Requirement.DOCKER_COMMAND, Requirement.REGISTRY);
        var script = ScriptLine.all();
        var differences = Differences.in("served.txt", script.stream().map(ScriptLine::text).toList());
        var direct = run("docker", ReferenceSideBySideTest::local, true, script);
        var served = run("docker-served", ReferenceSideBySideTest::served, true, script);
        return compared(script, differences, direct, served);
    }

    private Stream<DynamicTest> compare(Transport transport, boolean processes) throws Exception {
        Requirement.need(Requirement.DOCKER_COMMAND, Requirement.REGISTRY);
        var script = ScriptLine.all();
        var differences = Differences.in("reference.txt", script.stream().map(ScriptLine::text).toList());
        // One after the other: no daemon finds the other's things.
        var docker = run("docker", transport, true, script);
        var davit = run("davit", transport, processes, script);
        return compared(script, differences, docker, davit);
    }

    private static Stream<DynamicTest> compared(
            List<ScriptLine> script, Differences differences, List<Outcome> one, List<Outcome> other) {
        return IntStream.range(0, script.size()).mapToObj(i -> {
            String line = script.get(i).text();
            return DynamicTest.dynamicTest(line, () -> differences.compare(line, one.get(i), other.get(i)));
        });
    }

    private List<Outcome> run(String name, Transport transport, boolean processes, List<ScriptLine> script) throws Exception {
        var home = folder.resolve(name);
        var work = Files.createDirectories(home.resolve("work"));
        try (var way = transport.open(folder.resolve(name + "-way"))) {
            var environment = new HashMap<>(DockerCommand.environment(way.host(), home.resolve("config")));
            environment.putAll(way.environment());
            environment.put("XDG_RUNTIME_DIR", home.resolve("run").toString());
            var process = name.startsWith("docker") ? new ProgramProcess(DockerCommand.program(), environment, work) : ProgramProcess.davit(environment, work);
            var here = new DavitCommand(process.environment(), work);
            SideProgram program = name.startsWith("docker") ? process : processes ? new OncePerCommand(process, here, new HashSet<>()) : here;
            var side = new ScriptSide(way.daemon(), way.host(), home, program, process);
            side.prepare();
            return side.run(script);
        }
    }

    private static Dockerd daemon(String... options) throws IOException {
        // What is pulled without a registry's name comes from the one on the loopback.
        var all = new ArrayList<>(List.of("--registry-mirror", "http://127.0.0.1:5000"));
        all.addAll(List.of(options));
        return Dockerd.start(Files.createTempDirectory("davit-ref"), all);
    }

    private static Way local(Path unused) throws IOException {
        var daemon = daemon();
        return new Way(daemon, daemon.host(), Map.of(), () -> {});
    }

    private static Way served(Path place) throws IOException {
        var daemon = daemon();
        var settings = EngineSettings.of(Map.of());
        var engine = EngineChoice.of(Optional.of(daemon.host()), settings).open(settings);
        String address = "unix://" + Files.createDirectories(place).resolve("davit.sock");
        var serving = Served.at(engine, address);
        return new Way(daemon, address, Map.of(), () -> {
            serving.close();
            engine.close();
        });
    }

    private static Way tls(Path place) throws IOException {
        var made = Certificates.in(place);
        made.server("server", "DNS:localhost", 2);
        made.client("cert", "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1");
        Files.move(made.key("cert"), place.resolve("key.pem"));
        var daemon = daemon(
                "-H", "tcp://127.0.0.1:" + PORT, "--tlsverify", "--tlscacert", made.authority().toString(),
                "--tlscert", made.certificate("server").toString(), "--tlskey", made.key("server").toString());
        var port = daemon.port(PORT);
        var environment = Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", place.toString());
        return new Way(daemon, "tcp://localhost:" + port.number(), environment, port::close);
    }

    private static Way ssh(Path place) throws IOException {
        var daemon = daemon();
        var sshd = Sshd.start(place);
        return new Way(daemon, sshd.url(daemon.socket()), sshd.user(), sshd::close);
    }
}
