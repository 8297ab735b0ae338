package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.terminal.Pty;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Tar;
import dev.davit.testing.WireDaemon;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Transfers that the user breaks off: by Ctrl-C on the terminal that davit runs on, or by SIGTERM. Nothing half-done stays here nor
/// at the daemon.
@Timeout(120)
@ExtendWith(LeakCheck.class)
final class InterruptedTransferTest {
    private static final String CTRL_C = "\u0003";

    private static Dockerd daemon;

    private final Pty pty = Pty.open(100, 30);
    private final String before = pty.mode();

    @TempDir
    Path folder;

    @TempDir
    Path sockets;

    @BeforeAll
    static void start() throws IOException {
        daemon = Dockerd.start(Files.createTempDirectory("davit-broken"));
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @BeforeEach
    void olderFile() throws IOException {
        Files.writeString(folder.resolve("old.tar"), "what was there before");
    }

    @AfterEach
    void close() {
        pty.close();
    }

    /// Of a layer of its own each: a daemon that is asked again for one whose download was broken off goes on with that, without a
    /// word.
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aPullEndsAtTheRegistryAsWell(String signal, int code) throws Exception {
        String image = daemon.provisions().falseRegistry() + "/slow-" + signal.toLowerCase(Locale.ROOT);
        long gone = gone();
        var davit = davit(daemon.host(), "pull", image);
        pty.await("Downloading");
        pty.await(" of 50MB");
        pty.await("B/s");
        end(davit, signal, code);
        Await.until("the registry is left alone", () -> gone() == gone + 1);
        assertThat(Davit.on(daemon.host()).run("image", "inspect", image).exit()).isEqualTo(1);
    }

    @Test
    void theImageThatABuildBeginsWithIsFetchedInSight() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + daemon.provisions().falseRegistry() + "/slow-base\n");
        var davit = davit(daemon.host(), "build", folder.toString());
        pty.await(" of 50MB");
        pty.await("B/s");
        end(davit, "INT", 130);
    }

    @Test
    void whatAnEngineThinksAboutForLongIsWaitedForInSight() throws Exception {
        var over = new CountDownLatch(1);
        WireDaemon.Answer thinking = out -> {
            try {
                assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (var wire = new WireDaemon(sockets.resolve("slow"), "1.41")
                .on("GET /images/busybox/get", thinking)
                .on("GET /images/get", thinking)) {
            var davit = davit(wire.host(), "save", "-o", folder.resolve("new.tar").toString(), "busybox");
            pty.await("waiting for the first bytes");
            end(davit, "INT", 130);
            over.countDown();
            assertThat(folder.resolve("new.tar")).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aPushIsBrokenOff(String signal, int code) throws Exception {
        String name = daemon.provisions().falseRegistry() + "/stuck";
        assertThat(Davit.on(daemon.host()).run("tag", Dockerd.BUSYBOX, name).exit()).isZero();
        var davit = davit(daemon.host(), "push", name);
        Await.until("the registry is asked", () -> daemon.provisions().falseRegistrySaid().contains("stuck"));
        end(davit, signal, code);
        assertThat(Davit.on(daemon.host()).run("rmi", name).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aBuildLeavesNoContainer(String signal, int code) throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM busybox\nRUN echo begun; sleep 1000\n");
        var containers = containers();
        var davit = davit(daemon.host(), "build", "-t", "brokenoff", folder.toString());
        pty.await("    begun");
        assertThat(containers()).hasSize(containers.size() + 1);
        end(davit, signal, code);
        Await.until("the step's container is gone", () -> containers().equals(containers));
        assertThat(Davit.on(daemon.host()).run("image", "inspect", "brokenoff").exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "load -i PIPE, INT, 130", "load -i PIPE, TERM, 143", "import PIPE brokenoff, INT, 130", "import PIPE brokenoff, TERM, 143",
        "build -t brokenoff - < PIPE, INT, 130", "build -t brokenoff - < PIPE, TERM, 143"
    })
    void anArchiveThatIsBrokenOffLeavesNoImage(String line, String signal, int code) throws Exception {
        var images = images();
        breakOff(line, signal, code);
        assertThat(images()).isEqualTo(images);
    }

    /// What is half there in the container is the daemon's, as with docker; it can be copied over.
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aCopyIntoAContainerIsBrokenOff(String signal, int code) throws Exception {
        var user = Davit.on(daemon.host());
        assertThat(user.run("create", "--name", "into", Dockerd.BUSYBOX).exit()).isZero();
        try {
            breakOff("cp - into:/tmp < PIPE", signal, code);
            var copied = user.run("cp", folder.resolve("old.tar").toString(), "into:/tmp/big");
            assertThat(copied.exit()).as(copied.err()).isZero();
            assertThat(user.run("cp", "into:/tmp/big", folder.resolve("back").toString()).exit()).isZero();
            assertThat(folder.resolve("back")).hasContent("what was there before");
        } finally {
            assertThat(user.run("rm", "into").exit()).isZero();
        }
    }

    /// Feeds half of an archive to a line, and ends it.
    private void breakOff(String line, String signal, int code) throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        var davit = davit(daemon.host(), shell(line.replace("PIPE", pipe.toString())));
        // a build sends nothing before it has read the Dockerfile
        byte[] dockerfile = "FROM busybox\nCOPY big /\n".getBytes(StandardCharsets.US_ASCII);
        byte[] archive = new Tar().file("Dockerfile", 0644, dockerfile).file("big", 0644, new byte[1_000_000]).bytes();
        try (var out = Files.newOutputStream(pipe)) {
            out.write(Arrays.copyOf(archive, archive.length / 2));
            Await.until("it is read", () -> pty.screen().contains("kB") || pty.screen().contains("Bps") || pty.screen().contains("/s"));
            end(davit, signal, code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "save -o NAME busybox, INT, 130", "save -o NAME busybox, TERM, 143", "export -o NAME box, INT, 130",
        "export -o NAME box, TERM, 143", "cp box:/file NAME, INT, 130", "cp box:/file NAME, TERM, 143"
    })
    void aFileIsThereAsAWholeOrNotAtAll(String line, String signal, int code) throws Exception {
        for (String name : List.of("new.tar", "old.tar")) {
            var left = new CountDownLatch(1);
            try (var wire = endless(name, left)) {
                int position = pty.screen().length();
                var davit = davit(wire.host(), line.replace("NAME", folder.resolve(name).toString()).split(" "));
                pty.awaitAfter(position, "MB  ");
                pty.awaitAfter(position, "B/s");
                end(davit, signal, code);
                assertThat(left.await(30, TimeUnit.SECONDS)).as("the daemon is left alone").isTrue();
                try (var files = Files.list(folder)) {
                    assertThat(files.map(file -> file.getFileName().toString())).containsExactly("old.tar");
                }
                assertThat(folder.resolve("old.tar")).hasContent("what was there before");
            }
        }
    }

    /// A daemon whose archives never end.
    private WireDaemon endless(String socket, CountDownLatch left) throws IOException {
        var stat = "{\"name\":\"file\",\"size\":100000000,\"mode\":420,\"mtime\":\"2026-01-02T03:04:05Z\",\"linkTarget\":\"\"}";
        String encoded = Base64.getEncoder().encodeToString(stat.getBytes(StandardCharsets.UTF_8));
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\nX-Docker-Container-Path-Stat: " + encoded
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        var tar = new Tar().file("file", 0644, new byte[100_000_000]).bytes();
        WireDaemon.Answer archive = out -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            trickle(out, tar, left);
        };
        return new WireDaemon(sockets.resolve(socket), "1.41")
                .on("GET /images/busybox/get", archive)
                .on("GET /images/get", archive)
                .on("GET /containers/box/export", archive)
                .on("GET /containers/box/archive", archive)
                .json("GET /containers/box/json", WireDocuments.container());
    }

    /// Two megabytes at once, and then a byte now and then.
    private static void trickle(OutputStream out, byte[] tar, CountDownLatch left) throws IOException {
        try {
            out.write(WireDaemon.chunk(Arrays.copyOf(tar, 2_000_000)));
            for (int at = 2_000_000; at < tar.length && !left.await(20, TimeUnit.MILLISECONDS); at++) {
                out.write(WireDaemon.chunk(new byte[] {tar[at]}));
            }
        } catch (IOException e) {
            left.countDown();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Process davit, String signal, int code) throws Exception {
        int position = pty.screen().length();
        if (signal.equals("INT")) pty.type(CTRL_C);
        else assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(davit.pid())).start().waitFor()).isZero();
        assertThat(davit.waitFor(60, TimeUnit.SECONDS)).as(() -> "it ends; the terminal shows:\n" + pty.screen()).isTrue();
        assertThat(davit.exitValue()).as(pty.screen()).isEqualTo(code);
        assertThat(pty.mode()).isEqualTo(before);
        assertThat(pty.screen().substring(position)).doesNotContain("davit: ");
    }

    private long gone() throws IOException {
        return daemon.provisions().falseRegistrySaid().stream().filter("gone"::equals).count();
    }

    private List<String> containers() {
        return Davit.on(daemon.host()).run("ps", "-aq").out().lines().toList();
    }

    private List<String> images() {
        return Davit.on(daemon.host()).run("images", "-aq").out().lines().toList();
    }

    private static String[] shell(String line) {
        int input = line.indexOf(" < ");
        return input < 0 ? line.split(" ") : ("<" + line.substring(input + 3) + " " + line.substring(0, input)).split(" ");
    }

    /// Starts davit on the terminal.
    ///
    /// @param words a first one that begins with `<` names what is to be standard input instead
    private Process davit(String host, String... words) throws IOException {
        var command = new ArrayList<String>();
        var rest = List.of(words);
        if (words[0].startsWith("<")) {
            command.addAll(List.of("sh", "-c", "f=$1; shift; exec \"$@\" <\"$f\"", "sh", words[0].substring(1)));
            rest = rest.subList(1, rest.size());
        }
        command.addAll(Davit.command(rest));
        return pty.start(Map.of("DOCKER_HOST", host, "DOCKER_CONFIG", folder.toString(), "PATH", "/usr/bin:/bin"), command);
    }
}
