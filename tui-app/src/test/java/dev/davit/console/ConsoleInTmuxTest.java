package dev.davit.console;

import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The console as a program on a real terminal, before a real daemon.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
@Timeout(180)
final class ConsoleInTmuxTest {
    private final Dockerd daemon;
    private final Engine engine;

    ConsoleInTmuxTest(Dockerd daemon) {
        this.daemon = daemon;
        this.engine = InTmux.engine(daemon);
    }

    private void run(String name, String script) {
        engine.containers().create(ContainerSpec.of(Dockerd.BUSYBOX, "sh", "-c", script).named(name));
        engine.containers().start(new ContainerRef(name));
    }

    @AfterEach
    void remove() {
        for (var container : engine.containers().list(ContainerQuery.everything())) {
            if (container.name().startsWith("e2e-")) engine.containers().remove(ContainerRef.of(container.id()), RemoveOptions.FORCE);
        }
        engine.close();
    }

    @Test
    void containers_live_are_stopped_by_key_and_entered_by_a_shell(@TempDir Path folder) throws Exception {
        run("e2e-busy", "while :; do :; done");
        run("e2e-idle", "trap 'exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        try (var tmux = InTmux.console(daemon, folder, 160, 45)) {
            tmux.see("docker (named by DOCKER_HOST)").see("● running").see("e2e-idle");
            tmux.until("figures move", () -> tmux.row("e2e-busy").matches(".*[1-9]\\d*\\.\\d%.*iB.*"));
            tmux.type("v").see("e2e-busy › figures");
            tmux.until("its CPU moves", () -> tmux.line("CPU in percent of one core").matches(".* now [1-9].* min (\\S+)  max (?!\\1 ).*"));
            tmux.type("q").until("the table is back", () -> tmux.row("e2e-busy").contains("● running"));
            run("e2e-late", "exit 5");
            tmux.until("what comes later shows", () -> tmux.row("e2e-late").contains("✗ exited 5"));

            tmux.type("/").type("e2e-idle", "Enter").until("only one row is left", () -> tmux.row("e2e-busy").isEmpty());
            tmux.type("Enter").see("e2e-idle › logs").see("ready").type("q");
            tmux.until("the table is back", () -> tmux.line("› logs").isEmpty());

            tmux.type("e").see("/ #").type("stty size; echo in $0", "Enter").see("45 160").see("in sh").type("exit", "Enter");
            tmux.until("the table is back", () -> tmux.row("e2e-idle").contains("● running"));

            tmux.type(":").write("!stty size; stty -a | grep -c ' icanon'; read word; echo read $word; exit 4").type("Enter");
            tmux.see("45 160").until("it has a terminal that takes lines", () -> tmux.text().lines().anyMatch("1"::equals));
            tmux.write("qqq").type("Enter").see("read qqq").see("[exit 4] enter: back to the console").type("Enter").see("exit 4   !stty size");
            tmux.until("the table is back", () -> tmux.row("e2e-idle").contains("● running"));

            tmux.type("s").until("its row has changed", () -> tmux.row("e2e-idle").contains("○ exited 0"));
            tmux.see("stopped e2e-idle").see("davit stop e2e-idle");

            tmux.resize(80, 24).see("q quit").resize(160, 45);
            tmux.type("q").see("exit 0").see("before").until("the console is gone", () -> tmux.row("e2e-busy").isEmpty());
            tmux.type("stty -a | grep -c ' icanon'", "Enter").until("the terminal takes lines again", () -> tmux.text().lines().anyMatch("1"::equals));
        }
    }
}
