package dev.davit.console;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The console before a real daemon that ends and comes back: one of its own, for others would miss theirs.
@ExtendWith(LeakCheck.class)
@Timeout(180)
final class ConsoleLosesDaemonTest {

    @Test
    void a_daemon_that_restarts_is_met_again(@TempDir Path folder) throws Exception {
        try (var daemon = Dockerd.start(Files.createTempDirectory("davit-dockerd"));
                Engine engine = InTmux.engine(daemon);
                var tmux = InTmux.console(daemon, folder, 120, 20)) {
            engine.containers().create(ContainerSpec.of(Dockerd.BUSYBOX, "sleep", "1000").named("e2e-idle"));
            engine.containers().start(new ContainerRef("e2e-idle"));
            tmux.until("it is listed", () -> tmux.row("e2e-idle").contains("● running"));
            daemon.restart();
            tmux.until("the restart has ended it", () -> tmux.row("e2e-idle").contains("exited"));
            tmux.see("docker (named by DOCKER_HOST)").type("S");
            tmux.until("it was started", () -> tmux.row("e2e-idle").contains("● running"));
            tmux.type("C-c").see("exit 0");
        }
    }
}
