package dev.davit.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `davit engine serve`, `status` and `stop` as processes, before a daemon, with docker as the client.
@ExtendWith(LeakCheck.class)
@Timeout(120)
final class ServeCommandTest {
    private static Dockerd daemon;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        Requirement.need(Requirement.DOCKER_COMMAND);
        daemon = Dockerd.start(Files.createTempDirectory("davit-serving"));
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    /// What a process wrote, both streams together, and its exit code.
    private record Done(int exit, String text) {}

    private Path socket() {
        return folder.resolve("davit.sock");
    }

    private ProcessBuilder builder(List<String> words, Map<String, String> environment) {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> davit(String... words) {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "dev.davit.Main"));
        all.addAll(List.of(words));
        return all;
    }

    private Map<String, String> environment() {
        return Map.of("DOCKER_HOST", daemon.host(), "DAVIT_SOCKET", socket().toString(), "HOME", folder.toString());
    }

    private Done run(List<String> words, Map<String, String> environment) throws IOException, InterruptedException {
        var process = builder(words, environment).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Done(process.waitFor(), text);
    }

    /// Begins to serve; both streams go to a file.
    private Process serve(String... more) throws IOException {
        var words = davit("engine", "serve");
        words.addAll(List.of(more));
        var process = builder(words, environment()).redirectOutput(folder.resolve("served").toFile()).start();
        Await.until("it says where it serves", () -> said().contains("serving ") || !process.isAlive());
        return process;
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("served"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Done docker(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(Requirement.program("docker").orElseThrow().toString()));
        all.addAll(List.of(words));
        return run(all, Map.of("DOCKER_HOST", "unix://" + socket(), "HOME", folder.toString()));
    }

    @Test
    void docker_works_on_it_until_it_is_stopped_and_containers_run_on() throws Exception {
        var serving = serve();
        try {
            assertThat(said()).contains("at unix://" + socket());
            assertThat(run(davit("engine", "status"), environment())).satisfies(status -> {
                assertThat(status.exit()).isZero();
                assertThat(status.text()).startsWith("unix://" + socket() + ": ").contains("API 1.43");
            });
            assertThat(docker("run", "-d", "--network", "none", "--name", "kept", Dockerd.BUSYBOX, "sleep", "1000").exit()).isZero();
            assertThat(docker("ps", "--format", "{{.Names}}").text()).isEqualTo("kept\n");
            assertThat(said()).contains(": POST /v1.43/containers/create");
            assertThat(run(davit("engine", "stop"), environment())).isEqualTo(new Done(0, "unix://" + socket() + ": stopped\n"));
            assertThat(serving.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(serving.exitValue()).isZero();
            assertThat(socket()).doesNotExist();
            assertThat(run(davit("ps", "--format", "{{.Names}}"), environment()).text()).isEqualTo("kept\n");
        } finally {
            serving.destroyForcibly().waitFor();
            run(davit("rm", "-f", "kept"), environment());
        }
    }

    @Test
    void a_signal_ends_it_and_takes_the_socket_away() throws Exception {
        var serving = serve();
        try {
            assertThat(socket()).exists();
            serving.destroy();
            assertThat(serving.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(socket()).doesNotExist();
        } finally {
            serving.destroyForcibly().waitFor();
        }
    }

    @Test
    void what_a_killed_one_left_does_not_stand_in_the_way_of_the_next() throws Exception {
        serve().destroyForcibly().waitFor();
        assertThat(socket()).exists();
        var next = serve();
        try {
            assertThat(docker("version", "--format", "{{.Server.Os}}").text()).isEqualTo("linux\n");
            assertThat(run(davit("engine", "serve"), environment())).satisfies(second -> {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.text()).contains("somebody answers at " + socket() + " already");
            });
        } finally {
            next.destroyForcibly().waitFor();
            Files.delete(socket());
        }
    }

    @Test
    void nothing_served_is_a_sentence_and_a_code() throws Exception {
        assertThat(run(davit("engine", "status"), environment())).satisfies(status -> {
            assertThat(status.exit()).isEqualTo(1);
            assertThat(status.text()).startsWith("unix://" + socket() + ": no engine is served here (");
        });
        assertThat(run(davit("engine", "stop"), environment())).satisfies(stopped -> {
            assertThat(stopped.exit()).isEqualTo(1);
            assertThat(stopped.text()).startsWith("davit: ").contains("no daemon answers at unix://" + socket() + ", where an engine would be served");
        });
    }

    @Test
    void a_daemon_that_is_none_of_davits_is_not_stopped() throws Exception {
        var environment = Map.of("DAVIT_SOCKET", daemon.socket().toString(), "HOME", folder.toString());
        assertThat(run(davit("engine", "stop"), environment)).satisfies(stopped -> {
            assertThat(stopped.exit()).isEqualTo(1);
            assertThat(stopped.text()).contains("what answers there is no server of davit's");
        });
    }

    @Test
    void a_port_wants_certificates() throws Exception {
        assertThat(run(davit("engine", "serve", "--listen", "tcp://127.0.0.1:2376"), environment())).satisfies(refused -> {
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.text()).contains("a port is served by TLS only");
        });
        assertThat(run(davit("engine", "serve", "--tlscert", "x"), environment()).text()).contains("go together");
    }
}
