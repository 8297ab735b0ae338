package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.WaitCondition;
import org.junit.jupiter.api.Test;

/// The end of a container.
public abstract class RemoveContract extends EngineContract {

    private boolean exists(ContainerRef container) {
        return engine().containers().list(ContainerQuery.everything()).stream().anyMatch(item -> item.name().equals(container.text()));
    }

    @Test
    void a_container_that_never_ran_is_removed() {
        var container = create("true");
        engine().containers().remove(container, RemoveOptions.GENTLE);
        assertThat(exists(container)).isFalse();
    }

    @Test
    void an_ended_container_is_removed() {
        var container = runToEnd("true");
        engine().containers().remove(container, RemoveOptions.GENTLE);
        assertThat(exists(container)).isFalse();
    }

    @Test
    void a_removed_container_is_not_found() {
        var container = create("true");
        engine().containers().remove(container, RemoveOptions.GENTLE);
        refused(EngineException.NotFound.class, "inspect container " + container, () -> inspect(container));
    }

    @Test
    void the_name_of_a_removed_container_is_free() {
        var container = create("true");
        engine().containers().remove(container, RemoveOptions.GENTLE);
        assertThat(exists(create(spec("true").named(container.text())))).isTrue();
    }

    @Test
    void a_running_container_is_not_removed() {
        String sentence = refused(EngineException.Conflict.class, "remove container " + standing(),
                () -> engine().containers().remove(standing(), RemoveOptions.GENTLE));
        assertThat(sentence).contains("running");
        assertThat(inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void a_running_container_is_removed_by_force() {
        var container = run("sleep", "1000");
        engine().containers().remove(container, RemoveOptions.FORCE);
        assertThat(exists(container)).isFalse();
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_paused_container_is_not_removed() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        refused(EngineException.Conflict.class, "remove container " + container,
                () -> engine().containers().remove(container, RemoveOptions.GENTLE));
    }

    @Test
    @Needs(Feature.PAUSE)
    void a_paused_container_is_removed_by_force() {
        var container = run("sleep", "1000");
        engine().containers().pause(container);
        engine().containers().remove(container, RemoveOptions.FORCE);
        assertThat(exists(container)).isFalse();
    }

    @Test
    void a_container_is_removed_by_a_prefix_of_its_id() {
        var container = create("true");
        engine().containers().remove(new ContainerRef(id(container).abbreviated()), RemoveOptions.GENTLE);
        assertThat(exists(container)).isFalse();
    }

    @Test
    void a_container_that_removes_itself_is_gone_after_its_end() {
        var container = create(spec("true").with(spec -> spec.lifecycle = spec.lifecycle.with(life -> life.autoRemove = true)));
        try (var gone = engine().containers().exits(container, WaitCondition.REMOVED)) {
            engine().containers().start(container);
            gone.iterator().next();
        }
        assertThat(exists(container)).isFalse();
    }

    @Test
    void removing_by_force_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "remove container " + nobody,
                () -> engine().containers().remove(nobody, RemoveOptions.FORCE));
    }

    @Test
    void removing_twice_is_refused() {
        var container = create("true");
        engine().containers().remove(container, RemoveOptions.GENTLE);
        refused(EngineException.NotFound.class, "remove container " + container,
                () -> engine().containers().remove(container, RemoveOptions.GENTLE));
    }

    @Test
    void removing_a_link_that_does_not_exist_is_refused_and_the_container_stays() {
        var container = create("true");
        refused(EngineException.NotFound.class, "remove container " + container + "/alias",
                () -> engine().containers().remove(new ContainerRef(container + "/alias"), new RemoveOptions(false, false, true)));
        assertThat(exists(container)).isTrue();
    }
}
