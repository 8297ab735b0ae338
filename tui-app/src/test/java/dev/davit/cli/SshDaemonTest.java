package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Sshd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The command line on a dockerd behind an sshd at its default settings.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SshDaemonTest {
    private Path folder = Path.of("");
    private @Nullable Sshd server;
    private Path socket = Path.of("");

    @BeforeAll
    void start(@TempDir Path temporary, Dockerd daemon) throws IOException {
        folder = temporary;
        socket = daemon.socket();
        server = Sshd.start(folder.resolve("sshd"));
    }

    @AfterAll
    void stop() {
        if (server != null) server.close();
    }

    private Sshd sshd() {
        return Objects.requireNonNull(server);
    }

    private Davit davit(Map<String, String> user, String host) {
        var environment = new HashMap<>(user);
        environment.put("DOCKER_HOST", host);
        environment.put("DOCKER_CONFIG", folder.resolve("config").toString());
        environment.put("XDG_RUNTIME_DIR", runtime().toString());
        return new Davit(Map.copyOf(environment), false);
    }

    private Path runtime() {
        try {
            return Files.createDirectories(folder.resolve("run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Davit davit() throws IOException {
        return davit(sshd().user(), sshd().url(socket));
    }

    private void assertNothingStays() throws IOException {
        try (var left = Files.list(runtime())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void listsThroughOneLoginAndLeavesNothing() throws IOException {
        var outcome = davit().run("version", "--format", "{{.Server.Version}}");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("\\d+\\.\\d+\\..*\n");
        assertNothingStays();
    }

    @Test
    void aConversationEndsHalfAtATime() throws IOException {
        var outcome = davit().feed("one\ntwo\n", "run", "--rm", "-i", "busybox", "sh", "-c", "cat; echo end");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("one\ntwo\nend\n");
        String text = "0123456789abcdef".repeat(200_000) + "\n";
        assertThat(davit().feed(text, "run", "--rm", "-i", "busybox", "cat").out()).isEqualTo(text);
    }

    @Test
    void aSocketThatIsNotThereIsNamed() throws IOException {
        var outcome = davit(sshd().user(), sshd().url(Path.of("/nowhere/docker.sock"))).run("ps");
        assertThat(outcome.err())
                .startsWith("davit: cannot connect to the daemon: no daemon answers at /nowhere/docker.sock on 127.0.0.1: ")
                .contains("no such file or directory")
                .hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertNothingStays();
    }

    @Test
    void aUserWhoIsNotLetInIsTold() throws IOException {
        var outcome = davit(sshd().stranger(), sshd().url(socket)).run("ps");
        assertThat(outcome.err())
                .startsWith("davit: cannot connect to the daemon: ssh does not let you in at " + sshd().place() + socket + " (publickey,")
                .contains("; try by hand: ssh -p ")
                .hasLineCount(1);
        assertNothingStays();
    }

    @Test
    void aHostKeyThatIsUnknownOrChangedIsTold() throws IOException {
        assertThat(davit(sshd().newcomer(), sshd().url(socket)).run("ps").err())
                .startsWith("davit: cannot connect to the daemon: ssh does not know the host key of 127.0.0.1; connect once by hand: ssh -p ")
                .hasLineCount(1);
        assertThat(davit(sshd().userOfAnother(), sshd().url(socket)).run("ps").err())
                .startsWith("davit: cannot connect to the daemon: the host key of 127.0.0.1 is not the one that ssh knows")
                .hasLineCount(1);
        assertNothingStays();
    }

    @Test
    void hostsThatAreNotThereAreTold() throws IOException {
        assertThat(davit(sshd().user(), "ssh://no-such-host.invalid").run("ps").err())
                .isEqualTo("davit: cannot connect to the daemon: no host is called no-such-host.invalid (ssh://no-such-host.invalid, named by DOCKER_HOST)\n");
        assertThat(davit(sshd().user(), "ssh://127.0.0.1:1").run("ps").err())
                .startsWith("davit: cannot connect to the daemon: no ssh server answers at 127.0.0.1:1")
                .hasLineCount(1);
        assertThat(davit(Map.of("PATH", "/nowhere"), "ssh://far").run("ps").err())
                .startsWith("davit: cannot connect to the daemon: there is no ssh command on the PATH")
                .hasLineCount(1);
        assertNothingStays();
    }

    @Test
    void hostileAddressesReachNoCommandLine() throws IOException {
        for (String host : List.of("ssh://-oProxyCommand=x", "ssh://-l@far", "ssh://", "ssh://@far", "ssh://far:port", "ssh://far/a:b", "ssh://a b")) {
            assertThat(davit(sshd().user(), host).run("ps").err()).startsWith("davit: cannot reach a daemon at ssh://").hasLineCount(1);
        }
        assertThat(davit(sshd().user(), "ssh://me:secret@far").run("ps").err())
                .isEqualTo("davit: cannot reach a daemon at ssh://…@far, named by DOCKER_HOST: "
                        + "a password in an address is seen by everybody; let ssh use a key\n");
    }

    /// Where sshd forwards no sockets every connection is a `docker system dial-stdio` on the far side.
    @Test
    void withoutForwardingDockerIsUsedOverThere() throws IOException {
        try (var strict = Sshd.start(folder.resolve("strict"), "AllowStreamLocalForwarding no")) {
            var davit = davit(strict.user(), strict.url(socket));
            var outcome = davit.feed("one\ntwo\n", "run", "--rm", "-i", "busybox", "sh", "-c", "cat; echo end");
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out()).isEqualTo("one\ntwo\nend\n");
            assertThat(davit(strict.user(), strict.url(Path.of("/nowhere/docker.sock"))).run("ps").err())
                    .startsWith("davit: cannot connect to the daemon: no daemon answers at /nowhere/docker.sock on 127.0.0.1: ")
                    .hasLineCount(1);
        }
        assertNothingStays();
    }

    @Test
    void aLogEndsWithASentenceWhenTheNetworkBreaks() throws Exception {
        assertThat(davit().run("run", "-d", "--name", "talker", "busybox", "sh", "-c", "echo hello; sleep 1000").exit()).isZero();
        try {
            var outcome = new AtomicReference<Davit.@Nullable Outcome>();
            var follower = Thread.ofVirtual().start(() -> {
                try {
                    outcome.set(davit().run("logs", "-f", "talker"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Await.until("the log is followed", () -> {
                if (sshd().logins() > 0) sshd().cut();
                return outcome.get() != null;
            });
            follower.join();
            var ended = Objects.requireNonNull(outcome.get());
            assertThat(ended.err()).startsWith("davit: cannot ").contains("ssh").hasLineCount(1);
            assertThat(ended.exit()).isEqualTo(ExitCode.FAILED);
            assertNothingStays();
        } finally {
            davit().run("rm", "-f", "talker");
        }
    }

    @Test
    void sshEndsWithDavitThatIsKilled() throws Exception {
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "dev.davit.Main", "events");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("killed").toFile());
        builder.environment().putAll(davit().environment());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var davit = builder.start();
        try {
            Await.until("davit is connected", () -> {
                assertThat(davit.isAlive()).as(Files.readString(folder.resolve("killed"))).isTrue();
                return socketIsThere() && sshd().logins() > 0;
            });
        } finally {
            davit.destroyForcibly().waitFor();
        }
        Await.until("ssh has ended and its folder is gone", () -> {
            try (var left = Files.list(runtime())) {
                return sshd().logins() == 0 && left.findAny().isEmpty();
            }
        });
    }

    private boolean socketIsThere() throws IOException {
        try (var folders = Files.list(runtime())) {
            return folders.anyMatch(each -> Files.exists(each.resolve("s")));
        }
    }
}
