package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.container.StopOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signals to a container's first process.
public abstract class KillAndSignalsContract extends EngineContract {
    private static final String PATIENT = "trap 'exit 3' TERM; trap 'echo usr1' USR1; echo ready; sleep 1000 & wait; wait; wait";

    private ContainerRef patient() {
        var container = run("sh", "-c", PATIENT);
        awaitOutput(container, "ready");
        return container;
    }

    @Test
    void without_a_name_the_signal_is_kill_and_the_container_has_ended() {
        var container = run("sleep", "1000");
        engine().containers().kill(container, "");
        assertThat(awaitExit(container).code()).isEqualTo(137);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "SIGTERM", "term", "15"})
    void a_signal_is_called_by_its_name_or_number(String signal) {
        var container = patient();
        engine().containers().kill(container, signal);
        assertThat(awaitExit(container).code()).isEqualTo(3);
    }

    @Test
    void a_signal_that_is_handled_does_not_end_the_process() {
        var container = patient();
        engine().containers().kill(container, "USR1");
        awaitOutput(container, "usr1");
        assertThat(inspect(container).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void a_first_process_gets_no_signal_that_it_does_not_handle() {
        var container = patient();
        engine().containers().kill(container, "HUP");
        engine().containers().kill(container, "USR1");
        awaitOutput(container, "usr1");
        assertThat(inspect(container).state()).isEqualTo(ContainerState.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "SIG", "-1", "65", "1000", "TERM KILL"})
    void what_is_no_signal_is_refused(String signal) {
        refused(EngineException.Invalid.class, "kill container " + standing(), () -> engine().containers().kill(standing(), signal));
        assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void killing_a_container_that_never_ran_is_refused() {
        var container = create("true");
        refused(EngineException.Conflict.class, "kill container " + container, () -> engine().containers().kill(container, ""));
    }

    @Test
    void killing_a_container_that_has_ended_is_refused() {
        var container = runToEnd("true");
        refused(EngineException.Conflict.class, "kill container " + container, () -> engine().containers().kill(container, "TERM"));
    }

    @Test
    void killing_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "kill container " + nobody, () -> engine().containers().kill(nobody, ""));
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_paused_container_can_be_killed() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        engine().containers().kill(container, "KILL");
        assertThat(awaitExit(container).code()).isEqualTo(137);
    }

    @Test
    void a_container_that_was_killed_does_not_come_back() {
        var container = run(spec("sleep", "1000").with(spec -> spec.lifecycle = spec.lifecycle.with(
                life -> life.restart = new RestartPolicy(RestartPolicy.Kind.UNLESS_STOPPED, 0))));
        engine().containers().kill(container, "KILL");
        assertThat(awaitExit(container).code()).isEqualTo(137);
        assertThat(inspect(container).restarts()).isZero();
    }

    @Test
    void stop_sends_the_signal_it_is_told() {
        var container = patient();
        engine().containers().stop(container, StopOptions.within(Duration.ofSeconds(20)));
        assertThat(inspect(container).exitCode()).isEqualTo(3);
    }
}
