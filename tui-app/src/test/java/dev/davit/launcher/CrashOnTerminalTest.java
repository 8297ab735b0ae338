package dev.davit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.terminal.Pty;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `./davit` with a real JVM that holds a session and dies of something that it cannot answer: the launcher is left to give
/// the terminal back. Only Maven is played: its jar names this test's class path.
@Timeout(180)
@ExtendWith({DockerdExtension.class, LeakCheck.class})
final class CrashOnTerminalTest {
    private final Dockerd daemon;

    @TempDir
    Path home;

    CrashOnTerminalTest(Dockerd daemon) {
        this.daemon = daemon;
    }

    @ParameterizedTest
    // without a core file the JVM answers SEGV by an exit code of its own
    @CsvSource({"KILL, 137", "ABRT, 134", "SEGV, 1"})
    void theTerminalIsAsItWas(String signal, int code) throws Exception {
        layOut();
        try (var pty = Pty.open(100, 30)) {
            String before = pty.mode();
            var launcher = pty.start(environment(), List.of(home.resolve("checkout/davit").toString(), "run", "-it", "--rm", "--name", "crashbox", "busybox", "sh"));
            pty.await("/ # ");
            assertThat(pty.isRaw()).isTrue();
            signal(signal, Await.value("the JVM of davit", () -> jvm(launcher)));
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(code);
            assertThat(pty.mode()).isEqualTo(before);
            pty.await("\033[?25h");
        }
    }

    /// The shell in the container goes on without a user.
    @AfterEach
    void removeContainer() throws Exception {
        try (var pty = Pty.open(80, 24)) {
            var removed = pty.start(environment(), List.of(home.resolve("checkout/davit").toString(), "rm", "-f", "crashbox"));
            assertThat(removed.waitFor()).as(pty::screen).isZero();
        }
    }

    private static Optional<ProcessHandle> jvm(Process launcher) {
        return launcher.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/bin/java"))
                .findFirst();
    }

    private static void signal(String name, ProcessHandle program) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(program.pid())).start().waitFor()).isZero();
    }

    private Map<String, String> environment() {
        return Map.of(
                "HOME", home.toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "DAVIT_JAVA_OPTIONS", "-XX:-CreateCoredumpOnCrash -XX:ErrorFile=" + home.resolve("error.log"),
                "DOCKER_HOST", daemon.host(),
                "PATH", home.resolve("bin") + ":/usr/bin:/bin");
    }

    private void layOut() throws IOException {
        var checkout = home.resolve("checkout");
        Files.createDirectories(checkout.resolve("tui-app/src/main"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("..", "davit"), checkout.resolve("davit"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.writeString(checkout.resolve("tui-app/pom.xml"), "<project/>");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (var jar = new JarOutputStream(Files.newOutputStream(home.resolve("tui-app-1.jar")), manifest)) {
            jar.finish();
        }
        var maven = home.resolve("bin/mvn");
        Files.writeString(maven, """
                #!/bin/sh
                mkdir -p tui-app/target/dist
                cp "$HOME/tui-app-1.jar" tui-app/target/dist/
                """);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
