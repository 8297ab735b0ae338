package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WaitCondition;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Waiting for a container's end.
public abstract class WaitContract extends EngineContract {

    private Feed<ExitStatus> exits(ContainerRef container, WaitCondition condition) {
        return engine().containers().exits(container, condition);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 125, 126, 127, 255})
    void the_status_is_the_first_processs_exit_code(int code) {
        var container = create("sh", "-c", "exit " + code);
        try (var exit = exits(container, WaitCondition.NEXT_EXIT)) {
            engine().containers().start(container);
            assertThat(exit.iterator().next()).isEqualTo(new ExitStatus(code, Optional.empty()));
        }
    }

    @Test
    void a_killed_process_ends_with_128_and_the_signals_number() {
        var container = run("sleep", "1000");
        try (var exit = exits(container, WaitCondition.NOT_RUNNING)) {
            engine().containers().kill(container, "KILL");
            assertThat(exit.iterator().next().code()).isEqualTo(137);
        }
    }

    @Test
    void the_feed_ends_after_the_one_item() {
        var container = runToEnd("true");
        try (var exit = exits(container, WaitCondition.NOT_RUNNING)) {
            var items = exit.iterator();
            items.next();
            assertThat(items.hasNext()).isFalse();
        }
    }

    @Test
    void not_running_holds_at_once_for_a_container_that_has_ended() {
        var container = runToEnd("sh", "-c", "exit 4");
        try (var exit = exits(container, WaitCondition.NOT_RUNNING)) {
            assertThat(exit.iterator().next().code()).isEqualTo(4);
        }
    }

    @Test
    void not_running_holds_at_once_for_a_container_that_never_ran() {
        try (var exit = exits(create("true"), WaitCondition.NOT_RUNNING)) {
            assertThat(exit.iterator().next().code()).isZero();
        }
    }

    @Test
    void the_next_exit_is_not_the_last_one() {
        var container = runToEnd(spec("cat").with(spec -> spec.labels = Map.of()));
        try (var exit = exits(container, WaitCondition.NEXT_EXIT)) {
            engine().containers().start(container);
            assertThat(exit.iterator().next().code()).isZero();
            assertThat(inspect(container).state()).isEqualTo(ContainerState.EXITED);
        }
    }

    @Test
    void removed_holds_when_the_container_is_gone() {
        var container = runToEnd("sh", "-c", "exit 6");
        try (var gone = exits(container, WaitCondition.REMOVED)) {
            engine().containers().remove(container, RemoveOptions.GENTLE);
            assertThat(gone.iterator().next().code()).isEqualTo(6);
        }
        refused(EngineException.NotFound.class, "inspect container " + container, () -> inspect(container));
    }

    @Test
    void removed_tells_the_exit_code_of_a_container_that_removes_itself() {
        var container = create(spec("sh", "-c", "exit 7")
                .with(spec -> spec.lifecycle = spec.lifecycle.with(life -> life.autoRemove = true)));
        try (var gone = exits(container, WaitCondition.REMOVED)) {
            engine().containers().start(container);
            assertThat(gone.iterator().next().code()).isEqualTo(7);
        }
        refused(EngineException.NotFound.class, "inspect container " + container, () -> inspect(container));
    }

    @Test
    void all_who_wait_are_told() {
        var container = create("sh", "-c", "exit 8");
        try (var one = exits(container, WaitCondition.NEXT_EXIT);
                var other = exits(container, WaitCondition.NEXT_EXIT)) {
            engine().containers().start(container);
            assertThat(one.iterator().next().code()).isEqualTo(8);
            assertThat(other.iterator().next().code()).isEqualTo(8);
        }
    }

    @Test
    void who_stops_waiting_does_not_touch_the_container() {
        exits(standing(), WaitCondition.NOT_RUNNING).close();
        assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(WaitCondition.class)
    void waiting_for_what_does_not_exist_is_refused(WaitCondition condition) {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "wait for container " + nobody, () -> exits(nobody, condition).close());
    }
}
