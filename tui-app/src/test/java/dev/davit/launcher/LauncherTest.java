package dev.davit.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `./davit` in a checkout of its own, with a JDK and a Maven played by scripts: what it builds, when, and how it behaves
/// as the parent of a JVM on a terminal (`script` of util-linux gives one).
final class LauncherTest {
    @TempDir
    Path home;

    Path checkout = Path.of("");
    Path jdk = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        checkout = home.resolve("checkout");
        jdk = home.resolve("jdk");
        Files.createDirectories(checkout.resolve("tui-app/src/main"));
        Files.copy(Path.of("..", "davit"), checkout.resolve("davit"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("tui-app/pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("tui-app/src/main/A.java"), "one");
        makeJdk(jdk, "25.0.1+8");
        script(home.resolve("bin/mvn"), """
                #!/bin/sh
                echo built >>"$HOME/builds"
                [ ! -e "$HOME/broken" ] || { echo '[ERROR] A.java is wrong'; exit 1; }
                [ ! -e "$HOME/killed" ] || kill -9 $PPID
                mkdir -p tui-app/target/dist
                cp tui-app/src/main/A.java tui-app/target/dist/tui-app-1.jar
                echo spi >tui-app/target/dist/engine-spi-1.jar
                """);
    }

    /// JUnit warns of each link that it removes itself.
    @AfterEach
    void removeLinks() throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isSymbolicLink).toList()) Files.delete(file);
        }
    }

    @Test
    void buildsOnFirstUseThenNoMore() throws Exception {
        assertThat(run("./davit one 'two  words'").out()).isEqualTo("ran <one> <two  words>\n");
        assertThat(run("./davit").out()).isEqualTo("ran\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void runsFromTheCacheWithAnAotCacheOfTheSameJars() throws Exception {
        var lines = run("./davit show-jvm").out();
        assertThat(lines).containsPattern("-cp " + home + "/cache/davit/[0-9a-f]{64}/lib/tui-app-1.jar:");
        assertThat(lines).containsPattern("-XX:AOTCache=" + home + "/cache/davit/[0-9a-f]{64}/davit.aot\n");
        assertThat(lines).doesNotContain(checkout.toString());
        try (var aot = Files.walk(home.resolve("cache"))) {
            var made = aot.filter(file -> file.endsWith("davit.aot")).findFirst().orElseThrow();
            assertThat(Files.readString(made)).contains("-cp " + made.resolveSibling("lib/tui-app-1.jar") + ":");
        }
    }

    /// Its classes would slow the start of all other commands.
    @Test
    void whatNeedsDockerJavaHasAnAotCacheOfItsOwn() throws Exception {
        assertThat(run("./davit show-jvm top").out()).containsPattern("-XX:AOTCache=" + home + "/cache/davit/[0-9a-f]{64}/davit-more.aot\n");
    }

    @Test
    void startsWithoutTheAotCacheWhenItCouldNotBeMade() throws Exception {
        Files.createFile(jdk.resolve("no-aot"));
        var result = run("./davit show-jvm");
        assertThat(result.out()).contains("dev.davit.Main").doesNotContain("AOTCache=");
        assertThat(result.exit()).isZero();
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        run("./davit");
        change("tui-app/src/main/A.java", "two");
        run("./davit");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void doesNotBuildForATouchedFileOrForSourcesBuiltBefore() throws Exception {
        run("./davit");
        change("tui-app/src/main/A.java", "one");
        run("./davit");
        assertThat(builds()).isEqualTo(1);
        change("tui-app/src/main/A.java", "two");
        run("./davit");
        change("tui-app/src/main/A.java", "one");
        run("./davit");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainForAnotherJdk() throws Exception {
        run("./davit");
        makeJdk(jdk, "25.0.2+1");
        run("./davit");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildIsSaidAndLeavesNothingBehind() throws Exception {
        Files.createFile(home.resolve("broken"));
        var failed = run("./davit");
        assertThat(failed.exit()).isEqualTo(125);
        assertThat(failed.err()).contains("[ERROR] A.java is wrong", "davit: the build failed");
        try (var left = Files.list(home.resolve("cache/davit"))) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
        Files.delete(home.resolve("broken"));
        assertThat(run("./davit fine").out()).isEqualTo("ran <fine>\n");
    }

    @Test
    void aKilledBuildIsMadeAnew() throws Exception {
        Files.createFile(home.resolve("killed"));
        run("./davit");
        Files.delete(home.resolve("killed"));
        assertThat(run("./davit fine").out()).isEqualTo("ran <fine>\n");
    }

    @Test
    void twoFirstStartsBuildOnce() throws Exception {
        var result = run("./davit a & ./davit b & wait");
        assertThat(result.out().lines()).containsExactlyInAnyOrder("ran <a>", "ran <b>");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void isStartedThroughALink() throws Exception {
        Files.createSymbolicLink(home.resolve("bin/davit"), checkout.resolve("davit"));
        assertThat(run("cd / && davit x").out()).isEqualTo("ran <x>\n");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "125", "127", "130", "255"})
    void keepsTheExitCode(int code) throws Exception {
        assertThat(run("./davit exit " + code).exit()).isEqualTo(code);
        assertThat(onTerminal("./davit exit " + code + "; echo exit $?")).contains("exit " + code);
    }

    @Test
    void saysHowToInstallAJdkHere() throws Exception {
        makeJdk(jdk, "24.0.2");
        var result = run("./davit", "DAVIT_OS_RELEASE=" + osRelease("fedora"));
        assertThat(result.exit()).isEqualTo(125);
        assertThat(result.err()).matches("davit: a JDK 25 or newer is needed: (sudo )?dnf install java-25-openjdk-devel\n");
    }

    @Test
    void saysHowToInstallMavenHere() throws Exception {
        Files.delete(home.resolve("bin/mvn"));
        var result = run("./davit", "DAVIT_OS_RELEASE=" + osRelease("debian"));
        assertThat(result.exit()).isEqualTo(125);
        assertThat(result.err()).matches("davit: Maven 3.8 or newer is needed: (sudo )?apt-get install maven\n");
    }

    @Test
    void saysWhereAJdkIsWhenNoPackageHasOne() throws Exception {
        makeJdk(jdk, "24.0.2");
        script(home.resolve("bin/apt-cache"), "#!/bin/sh\n[ $2 = bash ]\n");
        assertThat(run("./davit", "DAVIT_OS_RELEASE=" + osRelease("debian")).err())
                .startsWith("davit: a JDK 25 or newer is needed, and this system has no package of one: install Temurin 25")
                .hasLineCount(1);
    }

    @Test
    void asRootOnDebianItOffersToInstall() throws Exception {
        assumeTrue(System.getProperty("user.name", "").equals("root"), "only root is offered an installation");
        var mvn = Files.move(home.resolve("bin/mvn"), home.resolve("mvn"));
        script(home.resolve("bin/apt-get"), "#!/bin/sh\necho \"apt-get $*\"\nmv " + mvn + " " + home.resolve("bin/mvn") + "\n");
        var release = "export DAVIT_OS_RELEASE=" + osRelease("debian") + "; ";
        assertThat(onTerminal(release + "./davit x; echo exit $?", "n"))
                .contains("Run \"apt-get install maven\" now? [y/N]", "exit 125");
        assertThat(onTerminal(release + "./davit x; echo exit $?", "y"))
                .contains("apt-get install maven -y", "ran <x>", "exit 0");
    }

    @Test
    void saysWhatIsMissingWhereItKnowsNoCommand() throws Exception {
        Files.delete(home.resolve("bin/mvn"));
        assertThat(run("./davit", "DAVIT_OS_RELEASE=" + osRelease("unheard-of")).err())
                .isEqualTo("davit: Maven 3.8 or newer is needed: install it, or put it on the PATH\n");
    }

    @Test
    void findsAJdkInTheUsualFolders() throws Exception {
        makeJdk(home.resolve("jvms/new"), "26-ea+3");
        makeJdk(home.resolve("jvms/java-17"), "17.0.1+1");
        makeJdk(jdk, "21.0.1+1");
        assertThat(run("./davit fine", "DAVIT_JDKS=" + home.resolve("jvms/java-17") + " " + home.resolve("jvms/new"))
                        .out())
                .isEqualTo("ran <fine>\n");
    }

    @Test
    void afterSigkillTheTerminalIsAsItWas() throws Exception {
        var screen = onTerminal("stty -a >before; ./davit raw-and-die; echo exit $?; stty -a >after; cmp before after && echo same");
        assertThat(screen).contains("exit 137", "same", "\033[?25h", "\033[?1049l").doesNotContain("Killed");
    }

    @Test
    void afterAnOrdinaryEndTheTerminalIsLeftAlone() throws Exception {
        assertThat(onTerminal("./davit exit 3")).doesNotContain("\033[");
        assertThat(onTerminal("./davit die")).doesNotContain("\033[");
    }

    @Test
    void aTerminalsInputReachesTheProgram() throws Exception {
        var result = run("script -qec './davit read' /dev/null <<<'typed words'");
        assertThat(result.out()).contains("read typed words");
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void aSignalToTheLauncherIsPassedOn(String signal, int exit) throws Exception {
        // the program itself sends it to its parent, once its own traps stand
        assertThat(onTerminal("./davit signal-parent " + signal + "; echo exit $?"))
                .contains("got " + signal, "exit " + exit);
    }

    @Test
    void ctrlCReachesTheProgramOnce() throws Exception {
        // to the whole process group, as the terminal does
        var screen = onTerminal("set -m; ./davit signal-group; echo exit $?");
        assertThat(screen).contains("exit 9").containsOnlyOnce("got INT");
    }

    private void makeJdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        script(folder.resolve("bin/javac"), "#!/bin/sh\n");
        script(folder.resolve("bin/java"), """
                #!/bin/bash
                all="$*"
                for a; do
                  case $a in -XX:AOTCacheOutput=*) [[ -e ${0%/bin/java}/no-aot ]] || echo "$all" >"${a#*=}"; exit 0 ;; esac
                done
                while [[ $1 != dev.davit.Main ]]; do shift; done
                shift
                case ${1:-} in
                  show-jvm) printf '%s\\n' "${all/-XX:AOTCache=/$'\\n'-XX:AOTCache=}" | sed 's/ -cp/\\n-cp/' ;;
                  exit) exit "$2" ;;
                  die) kill -9 $$ ;;
                  raw-and-die) stty raw -echo; printf '\\e[?1049h'; kill -9 $$ ;;
                  read) read -r line; echo "read $line" ;;
                  signal-parent)
                    for s in TERM:143 HUP:129 INT:130; do trap "echo got ${s%:*}; exit ${s#*:}" "${s%:*}"; done
                    kill -"$2" $PPID
                    for ((i = 0; i < 100; i++)); do sleep 0.1; done ;;
                  signal-group)
                    trap 'echo got INT' INT
                    kill -INT 0
                    for ((i = 0; i < 5; i++)); do sleep 0.1; done
                    exit 9 ;;
                  *) printf ran; [[ $# -eq 0 ]] || printf ' <%s>' "$@"; echo ;;
                esac
                """);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path osRelease(String id) throws IOException {
        return Files.writeString(home.resolve("os-release"), "NAME=\"x\"\nID=" + id + "\n");
    }

    private void change(String file, String text) throws IOException {
        Files.writeString(checkout.resolve(file), text);
        // as an unpacked archive would have it
        Files.setLastModifiedTime(checkout.resolve(file), FileTime.from(Instant.EPOCH));
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private String onTerminal(String commands) throws Exception {
        return onTerminal(commands, "");
    }

    private String onTerminal(String commands, String typed) throws Exception {
        Files.writeString(home.resolve("commands"), commands);
        Files.writeString(home.resolve("typed"), typed.isEmpty() ? "" : typed + "\n");
        return run("script -qec 'bash " + home.resolve("commands") + "' /dev/null <" + home.resolve("typed"))
                .out();
    }

    private Result run(String commands, String... environment) throws Exception {
        var out = home.resolve("out");
        var err = home.resolve("err");
        var command = Stream.concat(
                        Stream.of("env", "-i", "HOME=" + home, "XDG_CACHE_HOME=" + home.resolve("cache"), "JAVA_HOME=" + jdk,
                                "DAVIT_JDKS=", "TERM=xterm", "PATH=" + home.resolve("bin") + ":" + tools()),
                        Stream.concat(Stream.of(environment), Stream.of("bash", "-c", commands)))
                .toList();
        var process = new ProcessBuilder(List.copyOf(command))
                .directory(checkout.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Result(exit, Files.readString(out), Files.readString(err));
    }

    /// The system's commands without its java and mvn.
    private Path tools() throws IOException {
        var tools = home.resolve("tools");
        if (Files.isDirectory(tools)) return tools;
        Files.createDirectory(tools);
        for (var folder : List.of("/usr/bin", "/bin")) {
            for (var name : List.of("bash", "sh", "env", "find", "sort", "xargs", "sha256sum", "flock", "readlink", "stty", "script",
                    "cat", "cp", "mv", "rm", "mkdir", "touch", "sleep", "grep", "sed", "cmp", "timeout", "mktemp", "apt-cache")) {
                var tool = Path.of(folder, name);
                if (Files.isExecutable(tool) && !Files.exists(tools.resolve(name))) {
                    Files.createSymbolicLink(tools.resolve(name), tool);
                }
            }
        }
        return tools;
    }

    private record Result(int exit, String out, String err) {}
}
