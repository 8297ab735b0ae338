package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.davit.engine.remote.DaemonSubject;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/// What others' clients do in Java, by their own HTTP and JSON, on davit's server before docker's daemon.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
@Tag("long")
@Timeout(120)
class ClientLibrariesTest {
    private static final String GREETING = "read me";

    private static ServedSubject served;

    @BeforeAll
    static void serve(Dockerd daemon) throws IOException {
        served = ServedSubject.before(DaemonSubject.at(daemon.provisions(), daemon.host(), Map.of()));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String address() {
        return served.serving().addresses().getFirst();
    }

    private static DockerClient dockerJava() {
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address())
                .build();
        return DockerClientImpl.getInstance(config, new ZerodepDockerHttpClient.Builder().dockerHost(config.getDockerHost()).build());
    }

    /// What came, in the order it came.
    private static final class Collected extends ResultCallback.Adapter<Frame> {
        private final Queue<String> pieces = new ConcurrentLinkedQueue<>();

        @Override
        public void onNext(Frame frame) {
            pieces.add(frame.getStreamType() + ": " + new String(frame.getPayload(), StandardCharsets.UTF_8));
        }

        String text() {
            return String.join("", pieces);
        }
    }

    @Test
    void docker_java_creates_runs_copies_follows_and_removes(@TempDir Path folder) throws Exception {
        try (var client = dockerJava()) {
            String id = client.createContainerCmd(Dockerd.BUSYBOX)
                    .withName("by-docker-java")
                    .withLabels(Map.of("who", "docker-java"))
                    .withCmd("sh", "-c", "until [ -f /tmp/go ]; do usleep 10000; done; echo seen; echo wrong >&2; cat /tmp/go; exit 7")
                    .exec().getId();
            try {
                client.startContainerCmd(id).exec();
                assertThat(client.listContainersCmd().withLabelFilter(Map.of("who", "docker-java")).exec())
                        .singleElement()
                        .satisfies(container -> assertThat(container.getNames()).containsExactly("/by-docker-java"));
                assertThat(client.statsCmd(id).withNoStream(true).exec(new ResultCallback.Adapter<Statistics>() {
                    @Override
                    public void onNext(Statistics figures) {
                        if (figures.getPidsStats().getCurrent() == null) fail("no count of processes");
                    }
                }).awaitCompletion(30, TimeUnit.SECONDS)).isTrue();

                var following = client.logContainerCmd(id).withStdOut(true).withStdErr(true).withFollowStream(true).exec(new Collected());
                var ended = client.waitContainerCmd(id).exec(new WaitContainerResultCallback());
                var file = Files.writeString(folder.resolve("go"), GREETING + "\n");
                client.copyArchiveToContainerCmd(id).withHostResource(file.toString()).withRemotePath("/tmp").exec();
                assertThat(ended.awaitStatusCode(30, TimeUnit.SECONDS)).isEqualTo(7);
                assertThat(following.awaitCompletion(30, TimeUnit.SECONDS)).isTrue();
                assertThat(following.text()).contains("STDOUT: seen\n", "STDERR: wrong\n", GREETING);

                try (var tar = new TarArchiveInputStream(client.copyArchiveFromContainerCmd(id, "/tmp/go").exec())) {
                    assertThat(tar.getNextEntry().getName()).isEqualTo("go");
                    assertThat(tar.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo(GREETING + "\n");
                }
                assertThat(client.inspectContainerCmd(id).exec().getState().getExitCodeLong()).isEqualTo(7);
            } finally {
                client.removeContainerCmd(id).withForce(true).exec();
            }
            assertThat(client.listContainersCmd().withShowAll(true).withNameFilter(List.of("by-docker-java")).exec()).isEmpty();
        }
    }

    /// One line of input: docker-java does not tell the end of it, to docker's daemon neither.
    @Test
    void docker_java_executes_with_input_and_output() throws Exception {
        try (var client = dockerJava()) {
            String id = client.createContainerCmd(Dockerd.BUSYBOX).withCmd("sleep", "1000").exec().getId();
            try {
                client.startContainerCmd(id).exec();
                var exec = client.execCreateCmd(id)
                        .withAttachStdin(true).withAttachStdout(true).withAttachStderr(true)
                        .withCmd("sh", "-c", "read line; echo $line | tr a-z A-Z; echo done >&2; exit 3")
                        .exec().getId();
                var out = client.execStartCmd(exec)
                        .withStdIn(new ByteArrayInputStream("abc\n".getBytes(StandardCharsets.UTF_8)))
                        .exec(new Collected());
                assertThat(out.awaitCompletion(30, TimeUnit.SECONDS)).isTrue();
                assertThat(out.text()).contains("STDOUT: ABC\n", "STDERR: done\n");
                assertThat(client.inspectExecCmd(exec).exec().getExitCodeLong()).isEqualTo(3);
            } finally {
                client.removeContainerCmd(id).withForce(true).exec();
            }
        }
    }

    /// In a process of its own: what Testcontainers is told it takes from the environment, once, and it cleans up when its process ends.
    @Test
    void testcontainers_starts_copies_executes_and_follows() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Program.class.getName());
        builder.environment().putAll(Map.of(
                "DOCKER_HOST", address(),
                "TESTCONTAINERS_RYUK_DISABLED", "true",
                "TESTCONTAINERS_CHECKS_DISABLE", "true",
                "TESTCONTAINERS_HOST_OVERRIDE", "localhost"));
        var program = builder.redirectErrorStream(true).start();
        try {
            String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor()).as(said).isZero();
            assertThat(said).isEqualTo("""
                    output: begun
                    copied: read me
                    exec: testcontainers
                    exec, errors: wrong
                    exit code: 5
                    log: begun
                    """);
        } finally {
            program.destroyForcibly();
        }
    }

    /// What a user of Testcontainers writes.
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            var output = new LinkedBlockingQueue<String>();
            try (var container = new GenericContainer<>(Dockerd.BUSYBOX)) {
                container.withCommand("sh", "-c", "echo begun; sleep 1000")
                        .withCopyToContainer(Transferable.of(GREETING), "/etc/greeting")
                        .withEnv("WHO", "testcontainers");
                container.start();
                container.followOutput(frame -> output.add(frame.getUtf8String()));
                System.out.print("output: " + output.take());
                byte[] copied = container.copyFileFromContainer("/etc/greeting", InputStream::readAllBytes);
                System.out.println("copied: " + new String(copied, StandardCharsets.UTF_8));
                var result = container.execInContainer("sh", "-c", "echo $WHO; echo wrong >&2; exit 5");
                System.out.print("exec: " + result.getStdout());
                System.out.print("exec, errors: " + result.getStderr());
                System.out.println("exit code: " + result.getExitCode());
                System.out.print("log: " + container.getLogs());
            }
        }
    }
}
