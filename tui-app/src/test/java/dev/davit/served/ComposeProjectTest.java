package dev.davit.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.EngineChoice;
import dev.davit.engine.EngineSettings;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import dev.davit.testing.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A project of five services by docker compose, on a daemon and on davit's server before it: what is told and what is made is the
/// same.
@Tag("long")
@ExtendWith(LeakCheck.class)
@Timeout(240)
final class ComposeProjectTest {
    @TempDir
    Path folder;

    @TempDir
    Path sockets;

    @Test
    void a_project_goes_up_is_used_and_goes_down_through_the_server_as_without_it() throws Exception {
        Requirement.need(Requirement.DOCKER_COMMAND, Requirement.COMPOSE);
        for (String file : List.of("compose.yaml", "Dockerfile")) {
            try (var in = ComposeProjectTest.class.getResourceAsStream("/served/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        try (var daemon = Dockerd.start(Files.createTempDirectory("davit-compose"))) {
            var direct = new Run(daemon.host(), daemon.host());
            direct.all();
            var settings = EngineSettings.of(Map.of());
            try (var engine = EngineChoice.of(Optional.of(daemon.host()), settings).open(settings);
                    var serving = Served.at(engine, "unix://" + sockets.resolve("davit.sock"))) {
                var served = new Run(serving.addresses().getFirst(), daemon.host());
                served.all();
                assertThat(String.join("\n", served.told)).isEqualTo(String.join("\n", direct.told));
            }
        }
    }

    /// The project's life on one socket, with what was told of it on the way.
    private final class Run {
        private final String host;
        private final String daemon;
        private final List<String> told = new ArrayList<>();

        /// @param host where compose works
        /// @param daemon where what it has made is looked at
        Run(String host, String daemon) {
            this.host = host;
            this.daemon = daemon;
        }

        void all() throws Exception {
            tell("up", "-d");
            Await.until("the database is healthy", () -> docker(host, "ps", "--filter", "health=healthy", "-q").lines().count() == 1);
            tell("ps", "--format", "{{.Name}} {{.Image}} {{.Service}} {{.State}} {{.Health}} {{.Command}}");
            Await.until("all have written", () -> compose("logs", "--no-color", "--no-log-prefix").lines().count() == 6);
            tell("logs", "--no-color", "--no-log-prefix");
            tell("exec", "-T", "api", "sh", "-c", "echo in $MODE; exit 3");
            tell("exec", "-T", "worker", "sh", "-c", "nslookup inner >/dev/null && echo found");
            tell("images", "-q", "db");
            told.add(made("container", "{{json .Config}} {{json .HostConfig}} {{json .Mounts}}", docker(daemon, "ps", "-aq", "--no-trunc")));
            told.add(made("network", "{{.Name}} {{.Internal}} {{json .Labels}} {{json .Options}}", docker(daemon, "network", "ls", "-q")));
            told.add(made("volume", "{{.Name}} {{json .Labels}} {{json .Options}}", docker(daemon, "volume", "ls", "-q")));
            tell("restart", "cache");
            tell("stop", "worker");
            tell("ps", "-a", "--format", "{{.Name}} {{.State}} {{.ExitCode}}");
            tell("up", "-d");
            tell("run", "--rm", "-T", "api", "echo", "ran");
            tell("down", "-v");
            told.add(docker(daemon, "ps", "-aq") + docker(daemon, "volume", "ls", "-q") + docker(daemon, "network", "ls", "--format", "{{.Name}}"));
            docker(daemon, "rmi", "five-web");
        }

        /// Lines in an order of their own: services come and go side by side.
        private void tell(String... words) {
            told.add("compose " + String.join(" ", words));
            told.add(masked(compose(words)).lines().map(String::strip).sorted().collect(Collectors.joining("\n")));
        }

        private String made(String kind, String format, String ids) {
            var words = new ArrayList<>(List.of(kind, "inspect", "--format", format));
            words.addAll(ids.lines().toList());
            // What was said to be nothing and what was not said means the same; compose tells what is waited for in any order.
            return masked(docker(daemon, words.toArray(String[]::new)))
                    .replaceAll("\"com.docker.compose.depends_on\":\"[^\"]*\"", "DEPENDS")
                    .replaceAll("\\[]|\\{}", "null")
                    .replace("{\"DriverConfig\":null}", "null")
                    .replace("\"RestartPolicy\":{\"Name\":\"no\"", "\"RestartPolicy\":{\"Name\":\"\"")
                    .lines()
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }

        private String masked(String text) {
            return text.replaceAll("\\b[0-9a-f]{64}\\b", "ID").replaceAll("\\b[0-9a-f]{12}\\b", "ID").replaceAll("-run-[0-9a-f]+", "-run-ID");
        }

        private String compose(String... words) {
            var all = new ArrayList<>(List.of("compose", "--ansi", "never", "-p", "five"));
            all.addAll(List.of(words));
            return docker(host, all.toArray(String[]::new));
        }

        /// What it writes on both streams, and its exit code.
        private String docker(String where, String... words) {
            var all = new ArrayList<>(List.of(Requirement.program("docker").orElseThrow().toString()));
            all.addAll(List.of(words));
            var builder = new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(Map.of("DOCKER_HOST", where, "DOCKER_BUILDKIT", "0", "HOME", folder.toString()));
            try {
                var process = builder.start();
                process.getOutputStream().close();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exit = process.waitFor();
                return exit == 0 ? text : text + "exit " + exit + "\n";
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
