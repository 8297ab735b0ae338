package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Await;
import dev.davit.testing.Certificates;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.NamespacePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// The command line on a dockerd that takes TLS with client certificates only.
@ExtendWith(LeakCheck.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsDaemonTest {
    private static final int PORT = 2376;

    private Path folder = Path.of("");
    private @Nullable Dockerd daemon;
    private @Nullable NamespacePort port;
    private String host = "";

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        var certificates = Certificates.in(folder.resolve("made"));
        certificates.server("server", "DNS:localhost,IP:127.0.0.1", 2);
        certificates.client("client", "-newkey rsa:2048");
        certificates.server("stranger", "DNS:localhost", 2);
        var mine = Files.createDirectories(folder.resolve("mine"));
        Files.copy(certificates.authority(), mine.resolve("ca.pem"));
        Files.copy(certificates.certificate("client"), mine.resolve("cert.pem"));
        Files.copy(certificates.key("client"), mine.resolve("key.pem"));
        var started = Dockerd.start(
                Files.createTempDirectory("davit-tls"),
                List.of(
                        "-H", "tcp://127.0.0.1:" + PORT, "--tlsverify", "--tlscacert", certificates.authority().toString(),
                        "--tlscert", certificates.certificate("server").toString(), "--tlskey", certificates.key("server").toString()));
        daemon = started;
        var opened = started.port(PORT);
        port = opened;
        host = "tcp://localhost:" + opened.number();
    }

    @AfterAll
    void stop() {
        if (port != null) port.close();
        if (daemon != null) daemon.close();
    }

    private Davit davit(Map<String, String> more) {
        var environment = new HashMap<>(Map.of("HOME", folder.resolve("home").toString(), "DOCKER_HOST", host));
        environment.putAll(more);
        return new Davit(Map.copyOf(environment), false);
    }

    private Davit davit() {
        return davit(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", folder.resolve("mine").toString()));
    }

    @Test
    void theEnvironmentNamesTheCertificates() {
        var outcome = davit().run("version", "--format", "{{.Server.Version}}");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("\\d+\\.\\d+\\..*\n");
    }

    @Test
    void flagsNameThem() {
        var mine = folder.resolve("mine");
        var outcome = davit(Map.of()).run(
                "--tlsverify", "--tlscacert", mine.resolve("ca.pem").toString(), "--tlscert", mine.resolve("cert.pem").toString(),
                "--tlskey", mine.resolve("key.pem").toString(), "ps", "-aq");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void anEngineByItsUrlUsesThemToo() {
        var outcome = davit().run("--engine", host, "ps", "-aq");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    /// Standard input ends and the answer comes after that: the end must pass through TLS without ending the other direction.
    @Test
    void aConversationEndsHalfAtATime() {
        var outcome = davit().feed("one\ntwo\n", "run", "--rm", "-i", "busybox", "sh", "-c", "cat; echo end");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("one\ntwo\nend\n");
    }

    @Test
    void muchGoesBothWays() {
        String text = "0123456789abcdef".repeat(200_000) + "\n";
        var outcome = davit().feed(text, "run", "--rm", "-i", "busybox", "cat");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo(text);
    }

    @Test
    void withoutTlsOneSentenceSaysWhatIsWanted() {
        var outcome = davit(Map.of()).run("ps");
        assertThat(outcome.err())
                .isEqualTo("davit: cannot connect to the daemon: the daemon at " + host
                        + ", named by DOCKER_HOST, wants TLS; set DOCKER_TLS_VERIFY=1, or use a context with certificates\n");
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void withoutACertificateOneSentenceSaysSo() throws IOException {
        var only = Files.createDirectories(folder.resolve("only-ca"));
        Files.copy(folder.resolve("mine/ca.pem"), only.resolve("ca.pem"));
        var outcome = davit(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", only.toString())).run("ps");
        assertThat(outcome.err())
                .isEqualTo("davit: cannot connect to the daemon: the daemon at " + host + " wants a client certificate, and there is none such as "
                        + only.resolve("cert.pem") + " with its key, named by DOCKER_HOST\n");
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aCertificateOfAnotherKindIsDenied() {
        var made = folder.resolve("made");
        var outcome = davit().run("--tlscert", made.resolve("stranger.pem").toString(), "--tlskey", made.resolve("stranger-key.pem").toString(), "ps");
        // the daemon's complaint can be lost when it hangs up before all of the client's part has been written
        assertThat(outcome.err())
                .startsWith("davit: cannot connect to the daemon: the daemon at " + host + " ")
                .containsAnyOf(" does not accept the certificate in " + made.resolve("stranger.pem"), " may not accept the certificate in " + made.resolve("stranger.pem"))
                .hasLineCount(1);
    }

    @Test
    void missingFilesAreNamed() {
        var outcome = davit(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/nowhere")).run("ps");
        assertThat(outcome.err())
                .isEqualTo("davit: cannot connect to the daemon: there is no file /nowhere/ca.pem (" + host + ", named by DOCKER_HOST)\n");
    }

    @Test
    void aLogEndsWithASentenceWhenTheConnectionBreaks() throws Exception {
        davit().run("run", "-d", "--name", "talker", "busybox", "sh", "-c", "echo hello; sleep 1000");
        try {
            var outcome = new AtomicReference<Davit.@Nullable Outcome>();
            var follower = Thread.ofVirtual().start(() -> outcome.set(davit().run("logs", "-f", "talker")));
            Await.until("the log is followed", () -> {
                Objects.requireNonNull(port).cut();
                return outcome.get() != null;
            });
            follower.join();
            var ended = Objects.requireNonNull(outcome.get());
            assertThat(ended.err()).startsWith("davit: cannot ").contains(host).hasLineCount(1);
            assertThat(ended.exit()).isEqualTo(ExitCode.FAILED);
        } finally {
            davit().run("rm", "-f", "talker");
        }
    }
}
