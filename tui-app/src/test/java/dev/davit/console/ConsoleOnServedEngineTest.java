package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineServer;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Served;
import dev.davit.testing.Sshd;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The console on davit's server, reached over ssh, before docker's daemon: what the keys do is seen on the daemon, and what the daemon
/// does is seen in the console.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
@Tag("long")
@Timeout(180)
final class ConsoleOnServedEngineTest {
    private static final String NAME = "served-one";

    private final Engine engine;

    @TempDir
    Path folder;

    @TempDir
    Path sockets;

    ConsoleOnServedEngineTest(Dockerd daemon) {
        this.engine = InTmux.engine(daemon);
    }

    @BeforeEach
    void start() {
        engine.containers().create(ContainerSpec.of(Dockerd.BUSYBOX, "sh", "-c", "echo written by it; exec sleep 1000").named(NAME));
        engine.containers().start(new ContainerRef(NAME));
    }

    @AfterEach
    void remove() {
        engine.containers().remove(new ContainerRef(NAME), RemoveOptions.FORCE);
        engine.close();
    }

    private Path socket() {
        return sockets.resolve("davit.sock");
    }

    private EngineServer.Serving serve() {
        return Served.at(engine, "unix://" + socket());
    }

    @Test
    void keys_reach_the_daemon_and_a_server_that_ends_is_met_again() throws Exception {
        try (var sshd = Sshd.start(folder.resolve("sshd"))) {
            var environment = new HashMap<>(sshd.user());
            environment.put("DOCKER_HOST", sshd.url(socket()));
            var serving = serve();
            try (var tmux = InTmux.console(environment, folder, 120, 40)) {
                tmux.until("it is listed", () -> tmux.row(NAME).contains("● running"));
                tmux.until("its figures are told", () -> tmux.row(NAME).contains("MiB") || tmux.row(NAME).contains("KiB"));
                tmux.type("/").write(NAME).type("Enter").until("it alone is listed", () -> tmux.row(NAME).startsWith("▌"));
                tmux.type("Enter").see("written by it").type("Escape").until("the table is back", () -> tmux.row(NAME).contains("running"));
                tmux.type("s").until("it was stopped", () -> tmux.row(NAME).contains("exited"));
                assertThat(engine.containers().inspect(new ContainerRef(NAME)).state().isRunning()).isFalse();

                serving.close();
                tmux.see("no engine").see("cannot connect to the daemon");
                engine.containers().start(new ContainerRef(NAME));
                serving = serve();
                tmux.until("what happened meanwhile is known", () -> tmux.row(NAME).contains("● running"));

                tmux.type("C-c").see("exit 0");
            } finally {
                serving.close();
            }
        }
    }
}
