package dev.davit.console;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Sshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The console on a far machine, before a daemon there, on a terminal here.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
@Tag("long")
@Timeout(120)
final class ConsoleOverSshTest {
    private static final List<String> NAMES = List.of("far-a", "far-b");

    private final Dockerd daemon;
    private final Engine engine;
    private final Path folder;

    ConsoleOverSshTest(Dockerd daemon, @TempDir Path folder) {
        this.daemon = daemon;
        this.folder = folder;
        this.engine = InTmux.engine(daemon);
        for (String name : NAMES) {
            engine.containers().create(ContainerSpec.of(Dockerd.BUSYBOX, "sleep", "1000").named(name));
            engine.containers().start(new ContainerRef(name));
        }
    }

    @AfterEach
    void remove() {
        for (String name : NAMES) engine.containers().remove(new ContainerRef(name), RemoveOptions.FORCE);
        engine.close();
    }

    /// What the far user calls; the console's process is known by the script's folder among its words.
    private Path script() throws IOException {
        var script = folder.resolve("console");
        Files.writeString(script, """
                #!/bin/sh
                export LANG=C.UTF-8 HOME=%1$s DOCKER_HOST=%2$s CLASSPATH=%3$s
                exec %4$s -Ddavit.test=%1$s --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 dev.davit.Main
                """.formatted(folder, daemon.host(), System.getProperty("java.class.path"), Path.of(System.getProperty("java.home"), "bin", "java")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private Optional<ProcessHandle> process(String word) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().filter(words -> List.of(words).contains(word)).isPresent())
                .findFirst();
    }

    private Optional<ProcessHandle> console() {
        return process("-Ddavit.test=" + folder);
    }

    private Tmux open(Sshd sshd) throws IOException, InterruptedException {
        var tmux = Tmux.open(folder, 160, 45, sshd.user());
        tmux.see("$").type("echo before", "Enter").see("before");
        // a killed ssh leaves the terminal raw and the cursor anywhere: the code begins its line by itself
        tmux.write("ssh -t ssh://" + sshd.place() + " " + script() + "; printf '\\r\\nexit %s\\r\\n' $?").type("Enter");
        return tmux.see("docker (named by DOCKER_HOST)").until("the first row is chosen", () -> tmux.line("far-a").startsWith("▌"));
    }

    @Test
    void it_opens_keys_work_and_quitting_gives_the_terminal_back() throws Exception {
        try (var sshd = Sshd.start(folder.resolve("sshd"));
                var tmux = open(sshd)) {
            tmux.type("j").until("the next row is chosen", () -> tmux.line("far-b").startsWith("▌"));
            tmux.resize(80, 24).see("q quit").resize(160, 45);
            tmux.type("q").see("exit 0").see("before").until("the console is gone", () -> tmux.line("far-b").isEmpty());
            tmux.type("stty -a | grep -c ' icanon'", "Enter").until("the terminal takes lines again", () -> tmux.text().lines().anyMatch("1"::equals));
        }
    }

    @Test
    void a_lost_line_leaves_no_process_behind() throws Exception {
        try (var sshd = Sshd.start(folder.resolve("sshd"));
                var tmux = open(sshd)) {
            var console = console().orElseThrow();
            process("ssh://" + sshd.place()).orElseThrow().destroyForcibly();
            tmux.see("exit 137");
            Await.until("the console has ended", () -> !console.isAlive());
            Await.until("nobody is logged in", () -> sshd.logins() == 0);
        }
    }
}
