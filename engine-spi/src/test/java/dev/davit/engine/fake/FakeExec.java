package dev.davit.engine.fake;

import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.ExecSpec;
import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A process beside a container's first one.
final class FakeExec {
    final ExecId id;
    final FakeContainer container;
    final ExecSpec spec;
    boolean started;
    OptionalInt exitCode = OptionalInt.empty();
    @Nullable FakeProcess process;

    FakeExec(FakeContainer container, ExecSpec spec) {
        this.id = new ExecId(container.world.freshId());
        this.container = container;
        this.spec = spec;
    }

    String command() {
        return String.join(" ", spec.command());
    }

    /// Makes its process, which still has to be started; or gives the reason why there cannot be one.
    FakeProcess launch() {
        var environment = new ArrayList<>(container.environment);
        environment.addAll(spec.environment());
        boolean stdin = spec.streams().contains(dev.davit.engine.container.StdStream.STDIN);
        var made = new FakeProcess(place(), spec.command(), environment, spec.tty(), stdin, false, this::ended);
        process = made;
        container.world.events.of(container, "exec_start: " + command(), Map.of("execID", id.value()));
        return made;
    }

    private FakeProcess.Place place() {
        var first = container.place();
        return new FakeProcess.Place(
                first.world(), first.hostname(), spec.user().orElse(first.user()), spec.workingDirectory().orElse(first.directory()));
    }

    void ended(int code) {
        exitCode = OptionalInt.of(code);
        container.world.events.of(
                container, "exec_die", Map.of("execID", id.value(), "exitCode", Integer.toString(code)));
    }

    boolean isRunning() {
        return started && exitCode.isEmpty();
    }

    void signal(int signal) {
        if (process != null && process.isRunning()) process.signal(signal);
    }
}
