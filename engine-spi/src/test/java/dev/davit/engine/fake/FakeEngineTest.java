package dev.davit.engine.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogOptions;
import dev.davit.engine.system.StatsOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the fake engine can do beyond the contract: many containers, hostile text, failures.
class FakeEngineTest {
    private final FakeEngine engine = new FakeEngine();

    @Test
    void a_thousand_containers_run_are_listed_and_one_of_them_stops() {
        var ids = engine.scenario().addContainers(1000);
        assertThat(engine.containers().list(ContainerQuery.running())).hasSize(1000);
        engine.containers().stop(ContainerRef.of(ids.get(500)), StopOptions.within(Duration.ZERO));
        assertThat(engine.containers().list(ContainerQuery.running())).hasSize(999);
    }

    @Test
    void a_thousand_containers_have_figures() {
        var ids = engine.scenario().addContainers(1000);
        var seen = new HashSet<>();
        try (var stats = engine.telemetry().stats(new StatsOptions(Set.copyOf(ids), true))) {
            stats.forEach(sample -> seen.add(sample.container()));
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void hostile_text_comes_through_as_it_is() {
        var id = engine.scenario().addHostile("\033[2Jevil", "i\007mage", java.util.Map.of("l", "\033]0;x\007"), "sh");
        engine.scenario().print(id, StdStream.STDOUT, "\033[31mred\n".getBytes(StandardCharsets.UTF_8));
        assertThat(engine.containers().inspect(ContainerRef.of(id)).name()).isEqualTo("\033[2Jevil");
        try (var log = engine.telemetry().logs(ContainerRef.of(id), LogOptions.all())) {
            assertThat(log.iterator().next().bytes()).asString().isEqualTo("\033[31mred\n");
        }
    }

    @Test
    void an_engine_that_goes_away_breaks_what_is_open_and_what_comes_and_is_met_again() {
        try (var events = engine.telemetry().events(EventQuery.live().with(Filters.of("type", "container")))) {
            engine.run("web", "sleep", "100");
            engine.scenario().lose();
            var reader = events.iterator();
            assertThat(reader.next().action()).isEqualTo("create");
            assertThat(reader.next().action()).isEqualTo("start");
            assertThatThrownBy(reader::hasNext).isInstanceOf(EngineException.Unavailable.class);
        }
        assertThatThrownBy(() -> engine.containers().list(ContainerQuery.running()))
                .isInstanceOf(EngineException.Unavailable.class);
        engine.scenario().comeBack();
        assertThat(engine.containers().list(ContainerQuery.running())).hasSize(1);
    }

    @Test
    void a_call_that_is_to_fail_fails_once() {
        engine.run("web", "sleep", "100");
        var web = new ContainerRef("web");
        engine.failNext("stop", new EngineException.Failed("cannot stop container web: out of luck"));
        assertThatThrownBy(() -> engine.containers().stop(web, StopOptions.DEFAULT)).hasMessageContaining("out of luck");
        engine.containers().stop(web, StopOptions.within(Duration.ZERO));
        assertThat(engine.containers().list(ContainerQuery.running())).isEmpty();
    }

    @Test
    void what_one_does_another_who_opened_the_same_engine_sees() {
        try (var other = engine.openedAgain();
                var events = other.telemetry().events(EventQuery.live())) {
            engine.run("web", "sleep", "100");
            assertThat(events.iterator().next().attributes()).containsEntry("name", "web");
        }
    }
}
