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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The lines of the console's `:` from one sitting to the next: processes on a terminal, before a real daemon.
@Timeout(120)
@ExtendWith({DockerdExtension.class, LeakCheck.class})
final class ConsoleLinesOnTerminalTest {
    private static final String UP = "\u001b[A";

    private final Dockerd daemon;

    @TempDir
    Path home;

    ConsoleLinesOnTerminalTest(Dockerd daemon) {
        this.daemon = daemon;
    }

    private Process console(Pty pty) throws Exception {
        var davit = pty.start(
                Map.of("DOCKER_HOST", daemon.host(), "HOME", home.toString(), "PATH", "/usr/bin:/bin"), Davit.command(List.of()));
        pty.await("command");
        return davit;
    }

    private static void leave(Pty pty, Process davit) throws InterruptedException {
        pty.type("q");
        assertThat(davit.waitFor(60, TimeUnit.SECONDS)).as(pty::screen).isTrue();
        assertThat(davit.exitValue()).isZero();
    }

    @Test
    void theyAreKeptWhenEnteredForTheirUserAloneAndRecalledNextTime() throws Exception {
        var file = home.resolve(".local/state/davit/console-history");
        try (var pty = Pty.open(120, 30)) {
            var davit = console(pty);
            pty.type(": version --format 'not-{{.Client.Os}}'\r");
            pty.await("not-linux");
            pty.type("q:nosuch --password geheim\r");
            pty.await("unknown");
            pty.type("q:version --format 'is-{{.Client.Os}}'\r");
            Await.until("it is written", () -> Files.exists(file) && Files.readString(file).equals("version --format 'is-{{.Client.Os}}'\n"));
            pty.await("is-linux");
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            pty.type("q");
            leave(pty, davit);
        }
        try (var pty = Pty.open(120, 30)) {
            var davit = console(pty);
            pty.type(":");
            // they come after the first frame; beyond the oldest line the key does nothing
            Await.until("the line is recalled", () -> {
                pty.type(UP);
                return pty.screen().contains("--format");
            });
            pty.type("\r");
            pty.await("is-linux");
            pty.type("q");
            leave(pty, davit);
        }
    }
}
