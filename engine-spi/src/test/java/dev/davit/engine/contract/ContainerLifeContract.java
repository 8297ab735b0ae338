package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.StopOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Create, start, stop, restart, pause, rename: from state to state, and what each state forbids.
public abstract class ContainerLifeContract extends EngineContract {
    private static final StopOptions AT_ONCE = StopOptions.within(Duration.ZERO);
    private static final ContainerRef NOBODY = new ContainerRef("nobody-is-called-so");

    private ContainerState state(ContainerRef container) {
        return inspect(container).state();
    }

    @Test
    void a_created_container_does_not_run() {
        var details = inspect(create("sleep", "1000"));
        assertThat(details.state()).isEqualTo(ContainerState.CREATED);
        assertThat(details.started()).isEmpty();
        assertThat(details.finished()).isEmpty();
        assertThat(details.pid()).isZero();
    }

    @Test
    void a_started_container_runs_with_a_process_and_a_time() {
        var details = inspect(standing());
        assertThat(details.state()).isEqualTo(ContainerState.RUNNING);
        assertThat(details.pid()).isPositive();
        assertThat(details.started()).hasValueSatisfying(time -> assertThat(time).isAfterOrEqualTo(details.created()));
        assertThat(details.finished()).isEmpty();
    }

    @Test
    void starting_a_running_container_changes_nothing() {
        var before = inspect(standing());
        engine().containers().start(standing());
        var after = inspect(standing());
        assertThat(after.pid()).isEqualTo(before.pid());
        assertThat(after.started()).isEqualTo(before.started());
    }

    @Test
    void a_container_ends_with_its_command() {
        var details = inspect(runToEnd("true"));
        assertThat(details.state()).isEqualTo(ContainerState.EXITED);
        assertThat(details.exitCode()).isZero();
        assertThat(details.pid()).isZero();
        assertThat(details.finished()).isPresent();
    }

    @Test
    void an_ended_container_is_started_again() {
        var container = runToEnd("true");
        var first = inspect(container).started();
        engine().containers().start(container);
        awaitExit(container);
        assertThat(inspect(container).started()).isPresent().isNotEqualTo(first);
    }

    @Test
    void a_container_whose_program_is_not_there_stays_with_127() {
        var container = create("no-such-program");
        String sentence = refused(EngineException.Invalid.class, "start container " + container, () -> engine().containers().start(container));
        assertThat(sentence).contains("no-such-program");
        assertThat(inspect(container).state()).isEqualTo(ContainerState.CREATED);
        assertThat(inspect(container).exitCode()).isEqualTo(127);
        assertThat(inspect(container).error()).contains("no-such-program");
    }

    @Test
    void a_container_whose_program_cannot_be_executed_stays_with_126() {
        var container = create("/etc/passwd");
        refused(EngineException.Invalid.class, "start container " + container, () -> engine().containers().start(container));
        assertThat(inspect(container).exitCode()).isEqualTo(126);
    }

    @Test
    void starting_what_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "start container " + NOBODY, () -> engine().containers().start(NOBODY));
    }

    @Test
    void a_stopped_container_has_ended_when_stop_returns() {
        var container = run("sleep", "1000");
        engine().containers().stop(container, AT_ONCE);
        assertThat(state(container)).isEqualTo(ContainerState.EXITED);
        assertThat(inspect(container).exitCode()).isEqualTo(137);
    }

    @Test
    void a_process_that_heeds_the_stop_signal_ends_in_its_own_way() {
        var container = run("sh", "-c", "trap 'exit 3' TERM; echo ready; sleep 1000 & wait");
        awaitOutput(container, "ready");
        engine().containers().stop(container, StopOptions.DEFAULT);
        assertThat(inspect(container).exitCode()).isEqualTo(3);
    }

    @Test
    void the_stop_signal_is_the_containers_own() {
        var container = run(spec("sh", "-c", "trap 'exit 4' USR1; echo ready; sleep 1000 & wait")
                .with(spec -> spec.lifecycle = spec.lifecycle.with(life -> life.stopSignal = Optional.of("SIGUSR1"))));
        awaitOutput(container, "ready");
        engine().containers().stop(container, StopOptions.DEFAULT);
        assertThat(inspect(container).exitCode()).isEqualTo(4);
    }

    @Test
    void the_grace_is_the_containers_own() {
        var container = run(spec("sleep", "1000")
                .with(spec -> spec.lifecycle = spec.lifecycle.with(life -> life.stopTimeout = OptionalInt.of(0))));
        engine().containers().stop(container, StopOptions.DEFAULT);
        assertThat(inspect(container).exitCode()).isEqualTo(137);
    }

    @Test
    void stopping_an_ended_container_changes_nothing() {
        var container = runToEnd("sh", "-c", "exit 5");
        var before = inspect(container);
        engine().containers().stop(container, AT_ONCE);
        var after = inspect(container);
        assertThat(after.exitCode()).isEqualTo(5);
        assertThat(after.finished()).isEqualTo(before.finished());
    }

    @Test
    void stopping_a_container_that_never_ran_changes_nothing() {
        var container = create("true");
        engine().containers().stop(container, AT_ONCE);
        assertThat(state(container)).isEqualTo(ContainerState.CREATED);
    }

    @Test
    void stopping_what_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "stop container " + NOBODY, () -> engine().containers().stop(NOBODY, AT_ONCE));
    }

    @Test
    void a_restarted_container_has_another_process() {
        var container = run("sleep", "1000");
        var before = inspect(container);
        engine().containers().restart(container, AT_ONCE);
        var after = inspect(container);
        assertThat(after.state()).isEqualTo(ContainerState.RUNNING);
        assertThat(after.pid()).isNotEqualTo(before.pid());
        assertThat(after.restarts()).isZero();
    }

    @Test
    void restarting_a_container_that_does_not_run_starts_it() {
        var container = create("sleep", "1000");
        engine().containers().restart(container, AT_ONCE);
        assertThat(state(container)).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void restarting_what_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "restart container " + NOBODY,
                () -> engine().containers().restart(NOBODY, AT_ONCE));
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_paused_container_is_frozen_until_it_is_unpaused() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        assertThat(state(container)).isEqualTo(ContainerState.PAUSED);
        assertThat(inspect(container).pid()).isPositive();
        engine().containers().unpause(container);
        assertThat(state(container)).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_paused_container_can_be_stopped() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        engine().containers().stop(container, AT_ONCE);
        assertThat(state(container)).isEqualTo(ContainerState.EXITED);
    }

    @Test
    @Needs(Feature.PAUSE)
    void pausing_twice_is_refused() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        refused(EngineException.Conflict.class, "pause container " + container, () -> engine().containers().pause(container));
    }

    @Test
    @Needs(Feature.PAUSE)
    void pausing_a_container_that_does_not_run_is_refused() {
        var container = create("true");
        refused(EngineException.Conflict.class, "pause container " + container, () -> engine().containers().pause(container));
    }

    @Test
    @Needs(Feature.PAUSE)
    void unpausing_a_container_that_is_not_paused_is_refused() {
        refused(EngineException.Conflict.class, "unpause container " + standing(),
                () -> engine().containers().unpause(standing()));
    }

    @Test
    @Needs(Feature.PAUSE)
    void starting_a_paused_container_is_refused() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        refused(EngineException.Conflict.class, "start container " + container, () -> engine().containers().start(container));
    }

    @Test
    @Needs(Feature.PAUSE)
    void pausing_what_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "pause container " + NOBODY, () -> engine().containers().pause(NOBODY));
    }

    @Test
    @Needs(Feature.PAUSE)
    void unpausing_what_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "unpause container " + NOBODY, () -> engine().containers().unpause(NOBODY));
    }

    @Test
    void a_renamed_container_is_known_by_its_new_name_only() {
        var container = create("true");
        String name = freshName();
        var id = id(container);
        engine().containers().rename(container, name);
        assertThat(inspect(new ContainerRef(name)).id()).isEqualTo(id);
        assertThat(inspect(new ContainerRef(name)).name()).isEqualTo(name);
        refused(EngineException.NotFound.class, "inspect container " + container, () -> inspect(container));
    }

    @Test
    void a_running_container_can_be_renamed() {
        var container = run("sleep", "1000");
        String name = freshName();
        engine().containers().rename(container, name);
        assertThat(state(new ContainerRef(name))).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void the_old_name_is_free_after_a_rename() {
        var spec = spec("true");
        engine().containers().rename(create(spec), freshName());
        assertThat(state(create(spec))).isEqualTo(ContainerState.CREATED);
    }

    @Test
    void renaming_to_a_name_that_is_taken_is_refused() {
        var one = create("true");
        var other = create("true");
        refused(EngineException.Conflict.class, "rename container " + one + " to " + other,
                () -> engine().containers().rename(one, other.text()));
    }

    @Test
    void renaming_to_its_own_name_is_refused() {
        var container = create("true");
        refused(EngineException.Invalid.class, "rename container " + container + " to " + container,
                () -> engine().containers().rename(container, container.text()));
    }

    @Test
    void renaming_to_what_cannot_be_a_name_is_refused() {
        var container = create("true");
        refused(EngineException.Invalid.class, "rename container " + container + " to a b",
                () -> engine().containers().rename(container, "a b"));
        assertThat(state(container)).isEqualTo(ContainerState.CREATED);
    }

    @Test
    void renaming_what_does_not_exist_is_refused() {
        refused(EngineException.NotFound.class, "rename container " + NOBODY + " to x1",
                () -> engine().containers().rename(NOBODY, "x1"));
    }
}
