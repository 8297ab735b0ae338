package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.davit.testing.WireDaemon;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is typed wrong, and daemons that are absent, locked, gone, or of another time: one sentence each, and docker's exit
/// code.
final class BadInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "strat, 1, davit: unknown command: davit strat; did you mean start?",
        "imagse, 1, davit: unknown command: davit imagse; did you mean images?",
        "xyzzy, 1, davit: unknown command: davit xyzzy",
        "container lss, 1, davit: unknown command: davit container lss; did you mean ls?",
        "image pul, 1, davit: unknown command: davit image pul; did you mean pull?",
        "ps --al, 125, davit: ps: unknown flag --al; did you mean --all?",
        "run --memroy 1g x, 125, davit: run: unknown flag --memroy; did you mean --memory?",
        "logs --folow x, 125, davit: logs: unknown flag --folow; did you mean --follow?",
        "logs -x web, 125, davit: logs: unknown flag -x",
        "ps -ax, 125, davit: ps: unknown flag -x in -ax",
        "stop --timeout, 125, 'davit: stop: -t, --timeout needs a value (int)'",
        "stop --timeout soon web, 125, 'davit: stop: \"soon\" is no value for -t, --timeout: it takes a whole number'",
        "rename one, 1, davit: rename: takes 2 arguments; usage: davit rename CONTAINER NEW_NAME",
        "--nosuch ps, 125, davit: davit: unknown flag --nosuch",
    })
    void aSlipOfTheHandIsToldInOneSentence(String line, int exit, String sentence) {
        var outcome = Davit.on(host()).run(line.split(" ", -1));
        assertThat(outcome.err()).isEqualTo(sentence + "\n");
        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aNounAloneIsHelpedWithItsVerbs() {
        var outcome = Davit.on(host()).run("container");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage:  davit container COMMAND\n").contains("\n  ls ", "\n  inspect ");
        assertThat(Davit.on(host()).run("container", "--help").out()).isEqualTo(outcome.err());
        assertThat(Davit.on(host()).run("help", "container").out()).isEqualTo(outcome.err());
    }

    @ParameterizedTest
    @CsvSource({"ps", "images", "info", "inspect web", "logs web", "events", "stop web", "run busybox", "pull busybox", "stats"})
    void anAbsentDaemonIsNamedWithTheReasonItWasChosen(String line) {
        var outcome = Davit.on(host()).run(line.split(" ", -1));
        assertThat(outcome.err())
                .isEqualTo("davit: cannot connect to the daemon: no daemon answers at " + host() + ", named by DOCKER_HOST\n");
        assertThat(outcome.exit()).isEqualTo(line.startsWith("run") ? ExitCode.CANNOT_RUN : ExitCode.FAILED);
    }

    @Test
    void versionShowsItsOwnPartWithoutADaemon() {
        var outcome = Davit.on(host()).run("version");
        assertThat(outcome.out()).startsWith("Client: Davit\n").doesNotContain("Server");
        assertThat(outcome.err()).contains("no daemon answers at " + host());
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aSocketThatOthersOwnNamesTheGroupToJoin() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "another user can be taken on");
        var classes = readableClasses();
        var socket = folder.resolve("s");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
            var command = List.of(
                    "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                    ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp", classes, "dev.davit.Main", "ps");
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("DOCKER_HOST", "unix://" + socket);
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            var process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.FAILED);
            assertThat(said).contains("join the group root").contains(socket.toString()).hasLineCount(1);
        }
    }

    /// What this test runs on, jars and folders of classes, where another user can read it.
    private String readableClasses() throws IOException {
        var copies = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            var from = Path.of(entry);
            boolean jar = entry.endsWith(".jar");
            if (!Files.exists(from) || !(jar || from.endsWith("classes"))) continue;
            var to = folder.resolve("classes" + copies.size() + (jar ? ".jar" : ""));
            if (jar) {
                Files.copy(from, to);
                copies.add(to.toString());
                continue;
            }
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                    Files.createDirectories(to.resolve(from.relativize(at).toString()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path at, BasicFileAttributes attributes) throws IOException {
                    Files.copy(at, to.resolve(from.relativize(at).toString()));
                    return FileVisitResult.CONTINUE;
                }
            });
            copies.add(to.toString());
        }
        return String.join(java.io.File.pathSeparator, copies);
    }

    @Test
    void aDaemonThatIsTooOldIsToldWithBothVersions() throws IOException {
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.18")) {
            var outcome = Davit.on(daemon.host()).run("ps");
            assertThat(outcome.err())
                    .isEqualTo("davit: cannot use the daemon at " + daemon.host()
                            + ": it speaks API 1.18, and 1.24 is the oldest that davit understands\n");
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aDaemonThatIsTooNewSaysSoItself() throws IOException {
        String reason = "{\"message\":\"client version 1.50 is too old. Minimum supported API version is 1.90\"}";
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.99")) {
            daemon.on("GET /containers/json", out -> out.write(WireDaemon.response("400 Bad Request", reason)));
            var outcome = Davit.on(daemon.host()).run("ps");
            assertThat(outcome.err()).startsWith("davit: cannot list containers: client version 1.50 is too old").hasLineCount(1);
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aLogIsShownUpToWhereTheDaemonWentAway() throws IOException {
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            daemon.json("GET /containers/web/json", WireDocuments.container());
            daemon.on("GET /containers/web/logs", out -> {
                out.write(WireDaemon.endless());
                out.write(WireDaemon.chunk(WireDaemon.frame(1, "the last words\n")));
            });
            var outcome = Davit.on(daemon.host()).run("logs", "-f", "web");
            assertThat(outcome.out()).isEqualTo("the last words\n");
            assertThat(outcome.err()).startsWith("davit: cannot ").contains(daemon.host()).hasLineCount(1);
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void eventsEndWithASentenceWhenTheDaemonGoesAway() throws IOException {
        String event = "{\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"abc\",\"Attributes\":{}},\"time\":1700000000,"
                + "\"timeNano\":1700000000000000000}\n";
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            daemon.on("GET /events", out -> {
                out.write(WireDaemon.endless());
                out.write(WireDaemon.chunk(event.getBytes(StandardCharsets.UTF_8)));
            });
            var outcome = Davit.on(daemon.host()).run("events", "--format", "{{.Action}}");
            assertThat(outcome.out()).isEqualTo("start\n");
            assertThat(outcome.err()).startsWith("davit: cannot ").contains(daemon.host()).hasLineCount(1);
            assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void aLineOfAMegabyteComesWhole() throws IOException {
        String line = "0123456789abcdef".repeat(65_536) + "\n";
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            daemon.json("GET /containers/web/json", WireDocuments.container());
            daemon.on("GET /containers/web/logs", out -> {
                out.write(WireDaemon.endless());
                for (int at = 0; at < line.length(); at += 16_384) {
                    out.write(WireDaemon.chunk(WireDaemon.frame(1, line.substring(at, Math.min(line.length(), at + 16_384)))));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            });
            for (var davit : List.of(Davit.on(daemon.host()), Davit.onTerminal(daemon.host()))) {
                var outcome = davit.run("logs", "web");
                assertThat(outcome.err()).isEmpty();
                assertThat(outcome.out()).isEqualTo(line);
            }
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsNoDefect() throws IOException {
        try (var daemon = new WireDaemon(folder.resolve("s"), "1.41")) {
            daemon.json("GET /containers/json", "<html>a proxy</html>").json("GET /images/json", "{\"a\":").json("GET /info", "[]");
            for (String command : List.of("ps", "images", "info")) {
                var outcome = Davit.on(daemon.host()).run(command);
                assertThat(outcome.err()).startsWith("davit: ").doesNotContain("a defect of davit").hasLineCount(1);
                assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
            }
        }
    }

    private String host() {
        return "unix://" + folder.resolve("absent");
    }
}
