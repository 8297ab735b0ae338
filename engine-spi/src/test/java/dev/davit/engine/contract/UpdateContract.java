package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Changing a container that exists.
@Needs(Feature.UPDATE)
public abstract class UpdateContract extends EngineContract {

    private static ContainerUpdate limits(Consumer<Resources.Draft> change) {
        return new ContainerUpdate(Resources.none().with(change), Optional.empty());
    }

    private JsonObject host(ContainerRef container) {
        return ((JsonObject) Json.parse(inspect(container).document().json())).object("HostConfig");
    }

    @Test
    void a_limit_is_set() {
        var container = create("true");
        engine().containers().update(container, limits(limits -> {
            limits.memory = OptionalLong.of(64 << 20);
            limits.memorySwap = OptionalLong.of(128 << 20);
        }));
        assertThat(host(container).integer("Memory")).isEqualTo(64 << 20);
        assertThat(host(container).integer("MemorySwap")).isEqualTo(128 << 20);
    }

    @Test
    void a_limit_of_a_running_container_is_set() {
        var container = run("sleep", "1000");
        engine().containers().update(container, limits(limits -> limits.pidsLimit = OptionalLong.of(77)));
        assertThat(host(container).integer("PidsLimit")).isEqualTo(77);
        assertThat(inspect(container).state()).isEqualTo(ContainerState.RUNNING);
    }

    @Test
    void what_the_change_does_not_name_stays() {
        var container = create(spec("true").with(spec -> spec.resources = spec.resources.with(limits -> limits.cpuShares = OptionalLong.of(512))));
        engine().containers().update(container, limits(limits -> limits.pidsLimit = OptionalLong.of(33)));
        assertThat(host(container).integer("CpuShares")).isEqualTo(512);
    }

    @Test
    void the_restart_policy_is_changed() {
        var container = create("true");
        var policy = new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 4);
        engine().containers().update(container, new ContainerUpdate(Resources.none(), Optional.of(policy)));
        assertThat(host(container).object("RestartPolicy").string("Name")).isEqualTo("on-failure");
        assertThat(host(container).object("RestartPolicy").integer("MaximumRetryCount")).isEqualTo(4);
    }

    @Test
    void a_change_of_limits_leaves_the_restart_policy() {
        var container = create(spec("true").with(spec -> spec.lifecycle = spec.lifecycle.with(
                life -> life.restart = new RestartPolicy(RestartPolicy.Kind.UNLESS_STOPPED, 0))));
        engine().containers().update(container, limits(limits -> limits.cpuShares = OptionalLong.of(512)));
        assertThat(host(container).object("RestartPolicy").string("Name")).isEqualTo("unless-stopped");
    }

    @Test
    void less_memory_than_a_container_needs_is_refused_and_nothing_changes() {
        var container = create("true");
        refused(EngineException.Invalid.class, "update container " + container, () -> engine().containers().update(
                container, limits(limits -> limits.memory = OptionalLong.of(1 << 20))));
        assertThat(host(container).integer("Memory")).isZero();
    }

    @Test
    void a_container_that_removes_itself_cannot_be_made_to_come_back() {
        var container = create(spec("true").with(spec -> spec.lifecycle = spec.lifecycle.with(life -> life.autoRemove = true)));
        var policy = new RestartPolicy(RestartPolicy.Kind.ALWAYS, 0);
        refused(EngineException.Conflict.class, "update container " + container, () -> engine().containers().update(
                container, new ContainerUpdate(Resources.none(), Optional.of(policy))));
    }

    @Test
    void updating_what_does_not_exist_is_refused() {
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, "update container " + nobody, () -> engine().containers().update(
                nobody, limits(limits -> limits.cpuShares = OptionalLong.of(512))));
    }
}
