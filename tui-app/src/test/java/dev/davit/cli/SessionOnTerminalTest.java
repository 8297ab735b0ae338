package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.terminal.Pty;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions as a user has them: davit is a process on a terminal, the container one of a real daemon.
@Timeout(120)
@ExtendWith({DockerdExtension.class, LeakCheck.class})
final class SessionOnTerminalTest {
    private static final String BOX = "sessionbox";

    private final Dockerd daemon;
    private final Pty pty = Pty.open(100, 30);
    private final String before = pty.mode();

    @TempDir
    Path config;

    SessionOnTerminalTest(Dockerd daemon) {
        this.daemon = daemon;
    }

    @BeforeEach
    void startBox() {
        ok("run", "-dit", "--name", BOX, "busybox", "sh");
    }

    @AfterEach
    void close() {
        pty.close();
        ok("rm", "-f", BOX, "runbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run -it --rm --name runbox busybox sh", "exec -it sessionbox sh", "attach sessionbox", "start -ai sessionbox"})
    void aShellHasTheWholeTerminal(String command) throws Exception {
        if (command.startsWith("start")) ok("kill", BOX);
        var davit = davit(command);
        prompt();
        assertThat(pty.isRaw()).isTrue();
        pty.ask("echo $((6*7))", "42");
        pty.ask("stty size", "30 100");
        pty.resize(77, 20);
        pty.ask("while [ \"$(stty size)\" != '20 77' ]; do :; done; echo re''sized", "resized");

        pty.ask("echo rea''dy; cat", "ready");
        pty.ask("to and fro", "fro\r\nto and fro");
        int position = pty.screen().length();
        pty.type("\u0003");
        pty.awaitAfter(position, "/ # ");
        pty.ask("echo [$?]", "[130]");

        pty.type("exit 7\r");
        assertThat(exit(davit)).isEqualTo(7);
        assertThat(pty.mode()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "run -it --name runbox busybox sh, 0", "exec -it sessionbox sh, 1", "exec -it --detach-keys= sessionbox sh, 1",
        "attach sessionbox, 1", "start -ai sessionbox, 0"
    })
    void theDetachKeysLeaveItRunning(String command, int dockersCode) throws Exception {
        if (command.startsWith("start")) ok("kill", BOX);
        var davit = davit(command);
        prompt();
        pty.type("\u0010\u0011");
        assertThat(exit(davit)).isEqualTo(dockersCode);
        assertThat(pty.screen().contains("which goes on")).isEqualTo(dockersCode != 0);
        assertThat(pty.mode()).isEqualTo(before);
        assertThat(running(command.startsWith("run") ? "runbox" : BOX)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void aSignalEndsItInOrder(String signal, int code) throws Exception {
        var davit = davit("attach sessionbox");
        prompt();
        assertThat(pty.isRaw()).isTrue();
        kill(signal, davit);
        assertThat(exit(davit)).isEqualTo(code);
        assertThat(pty.mode()).isEqualTo(before);
        assertThat(running(BOX)).isTrue();
    }

    @Test
    void whoIsStoppedLendsTheTerminalAndTakesItAgain() throws Exception {
        var davit = davit("attach sessionbox");
        prompt();
        kill("TSTP", davit);
        Await.until("the terminal is the user's", () -> pty.mode().equals(before) && stopped(davit));
        pty.resize(60, 15);
        kill("CONT", davit);
        Await.until("the terminal is raw again", pty::isRaw);
        pty.ask("while [ \"$(stty size)\" != '15 60' ]; do :; done; echo to''ld", "told");
        pty.type("exit\r");
        exit(davit);
        assertThat(pty.mode()).isEqualTo(before);
    }

    @Test
    void keysOfTheUsersOwnDetach() throws Exception {
        Files.writeString(config.resolve("config.json"), "{\"detachKeys\": \"ctrl-x,q\"}");
        var davit = davit("attach sessionbox");
        prompt();
        pty.type("\u0010\u0011");
        pty.ask("echo $((6*7))", "42");
        pty.type("\u0018q");
        assertThat(exit(davit)).isEqualTo(1);
        davit = davit("attach --detach-keys=ctrl-y sessionbox");
        prompt();
        pty.type("\u0018q\u0019");
        assertThat(exit(davit)).isEqualTo(1);
        assertThat(running(BOX)).isTrue();
    }

    @Test
    void keysThatAreNoneAreRefusedBeforeAnythingIsMade() throws Exception {
        assertThat(exit(davit("run -it --name runbox --detach-keys=ctrl-1 busybox sh"))).isEqualTo(125);
        assertThat(pty.screen()).contains("\"ctrl-1\" in \"ctrl-1\" is no key");
        assertThat(Davit.on(daemon.host()).run("inspect", "runbox").exit()).isEqualTo(1);
    }

    @Test
    void withoutATerminalInTheContainerCtrlCIsPassedOnAsASignal() throws Exception {
        var davit = davit("run -i --name runbox busybox sh -c trap_'echo_caught;_exit_9'_INT;echo_ready;while_:;do_sleep_1;done");
        pty.await("ready");
        assertThat(pty.mode()).isEqualTo(before);
        pty.type("\u0003");
        assertThat(exit(davit)).isEqualTo(9);
        assertThat(pty.screen()).contains("caught");
    }

    @Test
    void withoutATerminalInTheContainerLinesAndTheirEndReachIt() throws Exception {
        var davit = davit("run -i --rm --name runbox busybox cat");
        pty.ask("to and fro", "fro\r\nto and fro");
        pty.type("\u0004");
        assertThat(exit(davit)).isZero();
    }

    @Test
    void whatAContainerWithoutATerminalWritesIsCleaned() throws Exception {
        String evil = "printf_'\\033]0;title\\007\\033[31mred\\033[0m\\033[2Jend\\n'";
        assertThat(exit(davit("run --rm --name runbox busybox sh -c " + evil))).isZero();
        assertThat(pty.screen()).contains("\033[31mred", "end").doesNotContain("\033]0;", "\033[2J");
        int position = pty.screen().length();
        assertThat(exit(davit("run -it --rm --name runbox busybox sh -c " + evil))).isZero();
        assertThat(pty.screen().substring(position)).contains("\033]0;title\007", "\033[2J");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs -f sessionbox", "events", "stats sessionbox", "wait sessionbox"})
    void ctrlCEndsWhatWaits(String command) throws Exception {
        var davit = davit(command);
        Await.until("its request is at the daemon", () -> connected(davit));
        pty.type("\u0003");
        assertThat(exit(davit)).isEqualTo(130);
        assertThat(pty.mode()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"run -it --name lostbox busybox sh, 125", "exec -it lostbox sh, 1", "attach lostbox, 1"})
    void aDaemonThatIsKilledIsToldInOneSentence(String command, int code, @TempDir Path folder) throws Exception {
        try (var doomed = Dockerd.start(folder.resolve("d"))) {
            if (!command.startsWith("run")) {
                assertThat(Davit.on(doomed.host()).run("run", "-dit", "--name", "lostbox", "busybox", "sh").exit()).isZero();
            }
            var davit = davit(doomed, command);
            prompt();
            int position = pty.screen().length();
            doomed.kill();
            assertThat(exit(davit)).isEqualTo(code);
            assertThat(pty.mode()).isEqualTo(before);
            assertThat(pty.screen().substring(position).lines().filter(line -> line.startsWith("davit: "))).hasSize(1);
        }
    }

    private static void kill(String signal, Process program) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start().waitFor()).isZero();
    }

    private static boolean stopped(Process program) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(program.pid()), "stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    }

    /// Whether it has a connection whose other end has read what it asked.
    private boolean connected(Process program) throws IOException {
        try (var open = Files.list(Path.of("/proc", Long.toString(program.pid()), "fd"))) {
            return open.anyMatch(descriptor -> {
                try {
                    return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
                } catch (IOException e) {
                    return false;
                }
            });
        }
    }

    private void prompt() {
        pty.type("\r");
        pty.await("/ # ");
    }

    private boolean running(String container) {
        return ok("inspect", "--format", "{{.State.Running}}", container).equals("true\n");
    }

    /// Runs davit in this process, which must go well.
    private String ok(String... words) {
        var done = Davit.on(daemon.host()).run(words);
        assertThat(done.exit()).as(done.err()).isZero();
        return done.out();
    }

    private Process davit(String command) throws IOException {
        return davit(daemon, command);
    }

    /// Starts davit on the terminal.
    ///
    /// @param command its words, with `_` for a space within one
    private Process davit(Dockerd engine, String command) throws IOException {
        var words = Stream.of(command.split(" ", -1)).map(word -> word.replace('_', ' ')).toList();
        return pty.start(environment(engine), Davit.command(words));
    }

    private Map<String, String> environment(Dockerd engine) {
        var environment = new HashMap<String, String>();
        environment.put("DOCKER_HOST", engine.host());
        environment.put("DOCKER_CONFIG", config.toString());
        environment.put("PATH", "/usr/bin:/bin");
        return environment;
    }

    private int exit(Process program) throws InterruptedException {
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as(() -> "it ends; the terminal shows:\n" + pty.screen()).isTrue();
        return program.exitValue();
    }
}
