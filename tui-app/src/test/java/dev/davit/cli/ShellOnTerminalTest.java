package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.terminal.Pty;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `davit shell` as a user has it: a process on a terminal, before a real daemon.
@Timeout(120)
@ExtendWith({DockerdExtension.class, LeakCheck.class})
final class ShellOnTerminalTest {
    private static final String PROMPT = "DOCKER_HOST)> ";
    private static final String CTRL_A = "\u0001";
    private static final String CTRL_E = "\u0005";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_R = "\u0012";
    private static final String RIGHT = "\u001bOC";
    private static final String DIM = "\u001b[2m";
    private static final String CTRL_D = "\u0004";

    private final Dockerd daemon;
    private final Pty pty = Pty.open(120, 30);
    private final String before = pty.mode();

    @TempDir
    Path home;

    ShellOnTerminalTest(Dockerd daemon) {
        this.daemon = daemon;
    }

    @BeforeEach
    void startBox() {
        ok("run", "-d", "--name", "shellbox", "--stop-timeout", "0", "busybox", "sh", "-c", "echo hello; sleep 1000");
    }

    @AfterEach
    void close() {
        pty.close();
        ok("rm", "-f", "shellbox");
    }

    private void ok(String... words) {
        var outcome = Davit.on(daemon.host()).run(words);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
    }

    private Process shell() throws Exception {
        return shell(home);
    }

    private Process shell(Path folder) throws Exception {
        var environment = Map.of("DOCKER_HOST", daemon.host(), "HOME", folder.toString(), "PATH", "/usr/bin:/bin", "TERM", "xterm-256color");
        var davit = pty.start(environment, Davit.command(List.of("shell")));
        pty.await(PROMPT);
        return davit;
    }

    /// Types a line and waits for an answer, and then for the prompt.
    private void ask(String line, String answer) {
        int position = pty.screen().length();
        pty.type(line + "\r");
        pty.awaitAfter(position, answer);
        pty.awaitAfter(pty.screen().lastIndexOf(answer), PROMPT);
    }

    private int exit(Process davit) throws InterruptedException {
        assertThat(davit.waitFor(60, TimeUnit.SECONDS)).as(() -> "it ends; the terminal shows:\n" + pty.screen()).isTrue();
        assertThat(pty.mode()).isEqualTo(before);
        return davit.exitValue();
    }

    @Test
    void commandsRunOneByOneAndTheLastOnesCodeIsTheShells() throws Exception {
        var davit = shell();
        ask("ps --format 'name={{.Names}}'", "name=shellbox");
        ask("docker inspect -f 'is {{.State.Status}}' shellbox", "is running");
        ask("exec shellbox sh -c 'echo o''ut; exit 7'", "out");
        ask("nosuch", "davit: unknown command: davit nosuch");
        ask("shell", "davit: this is the shell already");
        ask("exec shellbox sh -c 'echo la''st; exit 7'", "last");
        pty.type("exit\r");
        assertThat(exit(davit)).isEqualTo(7);
    }

    @Test
    void thePromptTellsHowTheLastCommandEndedWhenNotWell() throws Exception {
        var davit = shell();
        assertThat(pty.screen()).doesNotContain("] davit");
        ask("exec shellbox sh -c 'echo o''ut; exit 7'", "[7] davit docker");
        ask("", "[7] davit docker");
        ask("version --format 'is {{.Client.Os}}'", "is linux");
        assertThat(pty.screen().substring(pty.screen().lastIndexOf("is linux"))).doesNotContain("] davit");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void namesAndFlagsAreCompletedFromWhatIsThere() throws Exception {
        var davit = shell();
        pty.type("insp\t");
        pty.await("inspect ");
        pty.type("she\t");
        pty.await("inspect shellbox ");
        ask("-f 'is {{.State.Status}}'", "is running");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void filesAreCompletedWhereACommandOrTheSystemTakesOne() throws Exception {
        Files.writeString(home.resolve("my words.env"), "WORD=from a file");
        Files.createDirectory(home.resolve("folder"));
        Files.createFile(home.resolve("folder").resolve("notes"));
        Files.createFile(home.resolve(".hidden"));
        var davit = shell();
        complete("run --rm --env-file " + home + "/my", "\\ words.env ");
        ask("busybox sh -c 'echo \"it is $WORD\"'", "it is from a file");
        complete("ps --format '{{.Names}} written' >" + home + "/fo", "lder/");
        complete("", "notes ");
        ask("", PROMPT);
        assertThat(home.resolve("folder").resolve("notes")).hasContent("shellbox written");
        complete("!cat ~/f", "older/");
        complete("n", "otes ");
        ask("", "shellbox written");
        complete("cp shellbox:/etc/passwd " + home + "/fold", "er/");
        ask("passwd", PROMPT);
        assertThat(home.resolve("folder").resolve("passwd")).content().contains("root");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    /// Types the beginning of a line, which is completed.
    private void complete(String line, String rest) {
        int position = pty.screen().length();
        pty.type(line + "\t");
        pty.awaitAfter(position, rest);
    }

    @Test
    void ctrlCEndsTheCommandAndNotTheShell() throws Exception {
        var davit = shell();
        int position = pty.screen().length();
        pty.type("logs -f shellbox\r");
        pty.awaitAfter(position, "hello");
        pty.type(CTRL_C);
        pty.awaitAfter(pty.screen().lastIndexOf("hello"), PROMPT);
        position = pty.screen().length();
        pty.type("not a comm" + CTRL_C);
        pty.awaitAfter(position, PROMPT);
        ask("version --format 'still {{.Client.Os}}'", "still linux");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void aSessionHasTheTerminalAndGivesItBack() throws Exception {
        var davit = shell();
        int position = pty.screen().length();
        pty.type("exec -it shellbox sh\r");
        pty.awaitAfter(position, "/ # ");
        pty.ask("echo $((6*7)); stty size", "30 120");
        position = pty.screen().length();
        pty.type("exit 3\r");
        pty.awaitAfter(position, PROMPT);
        pty.type(CTRL_D);
        assertThat(exit(davit)).isEqualTo(3);
    }

    @Test
    void whatACommandWritesIsHandedOn() throws Exception {
        var davit = shell();
        ask("ps -a --format '{{.Names}} is here' | tr a-z A-Z", "SHELLBOX IS HERE");
        var file = home.resolve("names");
        ask("ps --format '{{.Names}}' > " + file + " ; echo wri''tten", "written");
        assertThat(file).hasContent("shellbox");
        ask("logs shellbox | sh -c 'cat; exit 5'", "hello");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isEqualTo(5);
    }

    @Test
    void helpTellsOfTheShellToo() throws Exception {
        var davit = shell();
        ask("help", "ps | grep web             Hand on what a command writes");
        assertThat(pty.screen()).contains("network create").contains("More about a command: davit help COMMAND");
        ask("help stop", "Usage:  davit stop");
        ask("help | tail -n 1", "exit, ctrl-d");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void aLineGoesOnInTheNext() throws Exception {
        var davit = shell();
        goOn("exec shellbox sh -c 'echo fir''st");
        goOn("echo sec''ond; echo $0' \\");
        ask("th\"i\"rd", "third");
        assertThat(pty.screen()).containsSubsequence("first", "second", "third");
        goOn("ps 'drop");
        pty.type(CTRL_C);
        pty.awaitAfter(pty.screen().lastIndexOf("drop"), "[130] davit");
        ask("version --format 'one {{.Client.Os}}' # it's", "one linux");
        goOn("!echo sys''tem \\");
        ask("go''es on", "system goes on");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    private void goOn(String line) {
        int position = pty.screen().length();
        pty.type(line + "\r");
        pty.awaitAfter(position, "\n> ");
    }

    @Test
    void linesThatArePastedRunOneByOne() throws Exception {
        var davit = shell();
        pty.type("\033[200~version --format 'one {{.Client.Os}}'\n!echo t''wo; exit 5\nexit\nversion --format 'never {{.Client.Os}}'\033[201~\r");
        pty.await("one linux");
        pty.await("two");
        assertThat(exit(davit)).isEqualTo(5);
        assertThat(pty.screen()).doesNotContain("never linux");
    }

    @Test
    void aCommandOfTheSystemHasTheTerminal() throws Exception {
        var davit = shell();
        ask("!test -t 0 && test -t 1 && echo on a ter''minal; exit 4", "on a terminal");
        pty.awaitAfter(pty.screen().lastIndexOf("on a terminal"), "[4] davit");
        int position = pty.screen().length();
        pty.type(" ! echo as''king; read word; echo \"it re\"ad $word\r");
        pty.awaitAfter(position, "asking");
        pty.type("something\r");
        pty.awaitAfter(position, "it read something");
        pty.awaitAfter(pty.screen().lastIndexOf("it read something"), PROMPT);
        ask("!", "davit: ! runs a command of the system: !ls");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isEqualTo(ExitCode.CANNOT_RUN);
    }

    @Test
    void ctrlCIsForTheCommandOfTheSystem() throws Exception {
        var davit = shell();
        int position = pty.screen().length();
        pty.type("!trap 'echo not''ed; exit 3' INT; echo wait''ing; while :; do sleep 0.1; done\r");
        pty.awaitAfter(position, "waiting");
        pty.type(CTRL_C);
        pty.awaitAfter(position, "noted");
        pty.awaitAfter(position, "[3] davit");
        pty.type("!echo wait''ing again; sleep 1000\r");
        pty.awaitAfter(position, "waiting again");
        pty.type(CTRL_C);
        pty.awaitAfter(position, "[130] davit");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void linesAreKeptForTheirUserAloneAndNoPassword() throws Exception {
        var davit = shell();
        ask("ps --format 'kept {{.Names}}'", "kept shellbox");
        ask("login -u me -p geheim 127.0.0.1:1", "davit: cannot log in");
        ask(" ps --format 'not {{.Names}}'", "not shellbox");
        goOn("logs \\");
        ask("--password geheim shellbox", "davit: logs: unknown flag");
        goOn("!echo 'of sev''eral");
        ask("lin''es'", "lines");
        pty.type(CTRL_D);
        exit(davit);
        var history = home.resolve(".local/state/davit/history");
        Await.until("it is written", () -> Files.readString(history).contains("kept {{.Names}}"));
        assertThat(history).content().contains("of sev").doesNotContain("geheim").doesNotContain("not {{.Names}}");
        assertThat(Files.getPosixFilePermissions(history)).hasSize(2);
    }

    @Test
    void whereLinesCannotBeKeptItSaysSoAndGoesOn() throws Exception {
        var davit = shell(Path.of("/proc/nothing"));
        assertThat(pty.screen()).contains("davit: lines are not kept: cannot make /proc/nothing");
        ask("version --format 'is {{.Client.Os}}'", "is linux");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void aLineIsLookedForInTheHistory() throws Exception {
        var before = shell();
        ask("!echo fir''st", "first");
        ask("version --format 'old {{.Client.Os}}'", "old linux");
        ask("!echo thi''rd", "third");
        pty.type(CTRL_D);
        exit(before);
        int started = pty.screen().length();
        var davit = shell();
        pty.awaitAfter(started, PROMPT);
        int position = pty.screen().length();
        pty.type(CTRL_R);
        pty.awaitAfter(position, "bck-i-search: ");
        pty.type("old");
        pty.awaitAfter(position, "version --format");
        ask("", "old linux");
        pty.type(CTRL_R + "echo");
        pty.awaitAfter(pty.screen().lastIndexOf("old linux"), "thi''rd");
        position = pty.screen().length();
        pty.type(CTRL_R);
        pty.awaitAfter(position, "fir");
        ask("", "first");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void theRestOfALineThatBeganSoStandsDimBehindIt() throws Exception {
        var davit = shell();
        ask("!echo o''ne; true 1", "one");
        ask("version --format 'is {{.Client.Os}}'", "is linux");
        int position = pty.screen().length();
        pty.type("!");
        pty.awaitAfter(position, DIM + "echo o''ne; true 1");
        // not taken, it is not there
        ask("echo tw''o", "two");
        assertThat(pty.screen().substring(position)).doesNotContain("\none").doesNotContain("lone");
        position = pty.screen().length();
        pty.type("!echo o");
        pty.awaitAfter(position, "''ne; true 1");
        pty.type(RIGHT);
        // within a line it moves, as ever
        pty.type(CTRL_A + RIGHT.repeat(6) + "-n ");
        pty.type(CTRL_E);
        ask(" && echo take''n", "onetaken");
        assertThat(pty.screen().substring(position)).containsSubsequence("one", "taken");
        pty.type(CTRL_D);
        assertThat(exit(davit)).isZero();
    }

    @Test
    void withoutATerminalItSaysWhatReadsLines() {
        var outcome = Davit.on(daemon.host()).run("shell");
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).isEqualTo("davit: the shell needs a terminal; davit batch reads commands from a file\n");
    }
}
