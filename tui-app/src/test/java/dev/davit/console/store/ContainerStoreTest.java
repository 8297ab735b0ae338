package dev.davit.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.store.ContainerRow.Health;
import dev.davit.console.store.ContainerStore.Reaction;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.system.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final ContainerId WEB = new ContainerId("w".repeat(64));

    private final ContainerStore store = new ContainerStore(Clock.fixed(NOW, ZoneOffset.UTC));

    private static ContainerSummary summary(ContainerState state, String status) {
        return summary(state, status, NOW.minus(Duration.ofDays(400)));
    }

    private static ContainerSummary summary(ContainerState state, String status, Instant created) {
        return new ContainerSummary(
                WEB, List.of("web"), "busybox", "sha256:1", "sh", created, state, status, List.of(), Map.of(), List.of(), List.of(),
                OptionalLong.empty(), OptionalLong.empty());
    }

    private static Event event(String action, Map<String, String> attributes) {
        return new Event("container", action, WEB.value(), attributes, "local", NOW.plusSeconds(1));
    }

    private Reaction tell(String action) {
        return store.apply(event(action, Map.of("name", "web", "exitCode", "137")));
    }

    private ContainerRow web() {
        return store.snapshot().find(WEB).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING,Up 3 minutes,180,0,NONE", "RUNNING,Up About an hour (healthy),3600,0,HEALTHY", "RUNNING,Up 2 weeks (unhealthy),1209600,0,UNHEALTHY",
        "RUNNING,Up 5 seconds (health: starting),5,0,STARTING", "PAUSED,Up 47 hours (Paused),169200,0,NONE", "EXITED,Exited (137) 2 days ago,172800,137,NONE",
        "RESTARTING,Restarting (1) 4 seconds ago,4,1,NONE", "RUNNING,Up Less than a second,0,0,NONE"
    })
    void a_lists_words_are_understood(ContainerState state, String status, long age, int exitCode, Health health) {
        store.replace(List.of(summary(state, status)));
        assertThat(web().since()).contains(NOW.minusSeconds(age));
        assertThat(web().exitCode()).isEqualTo(exitCode);
        assertThat(web().health()).isEqualTo(health);
    }

    @Test
    void one_that_was_started_when_it_was_created_is_exactly_so_old() {
        store.replace(List.of(summary(ContainerState.RUNNING, "Up 3 hours", NOW.minusSeconds(3 * 3600 + 777))));
        assertThat(web().since()).contains(NOW.minusSeconds(3 * 3600 + 777));
    }

    @Test
    void events_change_rows_at_once() {
        store.replace(List.of(summary(ContainerState.RUNNING, "Up 3 minutes")));
        assertThat(tell("pause")).isEqualTo(Reaction.SHOW);
        assertThat(web().state()).isEqualTo(ContainerState.PAUSED);
        tell("unpause");
        assertThat(tell("health_status: unhealthy")).isEqualTo(Reaction.SHOW);
        assertThat(web().health()).isEqualTo(Health.UNHEALTHY);
        assertThat(tell("die")).isEqualTo(Reaction.ASK);
        assertThat(web().state()).isEqualTo(ContainerState.EXITED);
        assertThat(web().exitCode()).isEqualTo(137);
        assertThat(web().since()).contains(NOW.plusSeconds(1));
        assertThat(tell("destroy")).isEqualTo(Reaction.SHOW);
        assertThat(store.snapshot().rows()).isEmpty();
    }

    @Test
    void what_does_not_change_a_row_is_nothing() {
        store.replace(List.of(summary(ContainerState.RUNNING, "Up 3 minutes")));
        var before = store.snapshot();
        for (String action : List.of("exec_start: sh", "exec_die", "top", "attach", "resize", "kill", "health_status: ")) {
            assertThat(tell(action)).as(action).isEqualTo(Reaction.NOTHING);
        }
        assertThat(store.snapshot()).isSameAs(before);
    }

    @Test
    void a_list_that_does_not_know_of_an_end_yet_is_asked_again() {
        store.replace(List.of(summary(ContainerState.RUNNING, "Up 3 minutes")));
        tell("die");
        var again = store.merge(Set.of(WEB), List.of(summary(ContainerState.RUNNING, "Up 3 minutes")), store.mark());
        assertThat(again).containsExactly(WEB);
        assertThat(web().state()).isEqualTo(ContainerState.EXITED);
        assertThat(store.merge(Set.of(WEB), List.of(summary(ContainerState.RESTARTING, "Restarting (137) 1 second ago")), store.mark())).isEmpty();
        assertThat(web().state()).isEqualTo(ContainerState.RESTARTING);
    }

    @Test
    void an_answer_that_an_event_has_overtaken_is_not_taken() {
        store.replace(List.of(summary(ContainerState.EXITED, "Exited (0) 2 hours ago")));
        tell("start");
        long mark = store.mark();
        tell("die");
        assertThat(store.merge(Set.of(WEB), List.of(summary(ContainerState.RUNNING, "Up 1 second")), mark)).containsExactly(WEB);
        assertThat(web().state()).isEqualTo(ContainerState.EXITED);
    }

    @Test
    void an_answer_does_not_bring_back_what_was_removed() {
        store.replace(List.of());
        assertThat(tell("create")).isEqualTo(Reaction.ASK);
        long mark = store.mark();
        tell("destroy");
        store.merge(Set.of(WEB), List.of(summary(ContainerState.CREATED, "Created")), mark);
        assertThat(store.snapshot().find(WEB)).isEmpty();
        assertThat(store.merge(Set.of(WEB), List.of(), store.mark())).isEmpty();
    }

    @Test
    void an_event_before_the_answer_makes_the_answer_old() {
        store.replace(List.of());
        tell("start");
        long mark = store.mark();
        assertThat(tell("pause")).isEqualTo(Reaction.ASK);
        assertThat(store.merge(Set.of(WEB), List.of(summary(ContainerState.RUNNING, "Up 1 second")), mark)).containsExactly(WEB);
    }

    @Test
    void an_empty_list_is_known_and_no_list_is_not() {
        assertThat(store.snapshot().isKnown()).isFalse();
        store.replace(List.of());
        assertThat(store.snapshot().isKnown()).isTrue();
    }
}
