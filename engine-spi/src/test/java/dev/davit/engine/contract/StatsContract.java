package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.StatsSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Live figures.
@Needs(Feature.STATS)
public abstract class StatsContract extends EngineContract {

    private StatsFeed stats(boolean once, ContainerId... containers) {
        return engine().telemetry().stats(new StatsOptions(Set.of(containers), once));
    }

    @Test
    void a_sample_says_whose_it_is_and_when_it_was_taken() {
        var details = inspect(standing());
        try (var stats = stats(true, details.id())) {
            var sample = stats.iterator().next();
            assertThat(sample.container()).isEqualTo(details.id());
            assertThat(sample.name()).isEqualTo(details.name());
            assertThat(sample.time()).isAfterOrEqualTo(details.started().orElseThrow());
        }
    }

    @Test
    void a_sample_has_figures_that_can_be() {
        try (var stats = stats(true, id(standing()))) {
            var sample = stats.iterator().next();
            assertThat(sample.cpu().totalNanos()).isPositive();
            assertThat(sample.cpu().onlineCpus()).isPositive();
            assertThat(sample.memory().limit()).isPositive();
            assertThat(sample.memory().used()).isBetween(0L, sample.memory().limit());
            assertThat(sample.memory().percent()).isBetween(0.0, 100.0);
            assertThat(sample.pids()).isPositive();
        }
    }

    @Test
    void a_sample_carries_its_document() {
        try (var stats = stats(true, id(standing()))) {
            var document = (JsonObject) Json.parse(stats.iterator().next().document().json());
            assertThat(document.string("id")).isEqualTo(id(standing()).value());
        }
    }

    @Test
    void the_limit_of_memory_is_the_containers() {
        var container = run(spec("sleep", "1000").with(spec -> spec.resources = spec.resources.with(limits -> limits.memory = OptionalLong.of(64 << 20))));
        try (var stats = stats(true, id(container))) {
            assertThat(stats.iterator().next().memory().limit()).isEqualTo(64 << 20);
        }
    }

    @Test
    void once_brings_one_sample_of_each_and_the_end() {
        var other = run("sleep", "1000");
        var seen = new ArrayList<ContainerId>();
        try (var stats = stats(true, id(standing()), id(other))) {
            for (var sample : stats) seen.add(sample.container());
        }
        assertThat(seen).containsExactlyInAnyOrder(id(standing()), id(other));
    }

    @Test
    void once_of_nobody_ends_at_once() {
        try (var stats = stats(true)) {
            assertThat(stats.iterator().hasNext()).isFalse();
        }
    }

    @Test
    void samples_come_again_and_compare_with_the_one_before() {
        try (var stats = stats(false, id(standing()))) {
            var samples = stats.iterator();
            var first = samples.next();
            var second = samples.next();
            assertThat(second.time()).isAfter(first.time());
            assertThat(second.previous()).hasValueSatisfying(before -> assertThat(before.time()).isBefore(second.time()));
            assertThat(second.cpuPercent()).isBetween(0.0, 100.0 * second.cpu().onlineCpus());
        }
    }

    @Test
    void a_container_that_does_not_exist_has_no_samples() {
        try (var stats = stats(true, new ContainerId("0".repeat(64)))) {
            assertThat(stats.iterator().hasNext()).isFalse();
        }
    }

    @Test
    void a_container_that_does_not_exist_does_not_disturb_the_others() {
        try (var stats = stats(true, new ContainerId("0".repeat(64)), id(standing()))) {
            var samples = stats.iterator();
            assertThat(samples.next().container()).isEqualTo(id(standing()));
            assertThat(samples.hasNext()).isFalse();
        }
    }

    @Test
    void a_container_that_does_not_run_has_no_samples() {
        var container = create("true");
        try (var stats = stats(true, id(container), id(standing()))) {
            for (var sample : stats) assertThat(sample.container()).isEqualTo(id(standing()));
        }
    }

    @Test
    void whoever_is_watched_later_is_sampled() {
        try (var stats = stats(false)) {
            stats.watch(Set.of(id(standing())));
            assertThat(stats.iterator().next().container()).isEqualTo(id(standing()));
        }
    }

    @Test
    void whoever_is_watched_no_longer_has_no_samples() {
        var other = run("sleep", "1000");
        try (var stats = stats(false, id(standing()))) {
            stats.iterator().next();
            stats.watch(Set.of(id(other)));
            assertThat(stats.iterator().next().container()).isEqualTo(id(other));
            assertThat(stats.iterator().next().container()).isEqualTo(id(other));
        }
    }

    @Test
    void a_container_that_starts_is_sampled() {
        var container = create("sleep", "1000");
        try (var stats = stats(false, id(container))) {
            engine().containers().start(container);
            assertThat(stats.iterator().next().container()).isEqualTo(id(container));
        }
    }

    @Test
    void a_container_that_is_started_again_is_sampled_again() {
        var container = run("sleep", "1000");
        try (var stats = stats(false, id(container))) {
            stats.iterator().next();
            engine().containers().restart(container, StopOptions.within(Duration.ZERO));
            var restarted = inspect(container).started().orElseThrow();
            StatsSample sample;
            do sample = stats.iterator().next();
            while (sample.time().isBefore(restarted));
            assertThat(sample.container()).isEqualTo(id(container));
        }
    }

    @Test
    void closing_the_engine_ends_a_feed_that_watches_nobody() throws Exception {
        var other = subject().openAgain();
        try (var reader = new Reader(other.telemetry().stats(new StatsOptions(Set.of(), false)))) {
            reader.awaitBlocked();
            other.close();
            reader.awaitEnd();
        }
    }

    @Test
    void closing_ends_a_feed_that_watches_nobody() throws Exception {
        var stats = stats(false);
        try (var reader = new Reader(stats)) {
            stats.close();
            reader.awaitEnd();
        }
    }
}
