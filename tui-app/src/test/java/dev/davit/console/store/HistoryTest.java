package dev.davit.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.store.SampleTable.Figures;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.document.Document;
import dev.davit.engine.system.StatsSample;
import dev.davit.engine.system.StatsSample.Cpu;
import dev.davit.engine.system.StatsSample.Memory;
import dev.davit.engine.system.StatsSample.Previous;
import dev.davit.engine.system.StatsSample.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private History history = History.NONE;
    private Hour hour = Hour.NONE;

    /// Figures of a moment.
    private HistoryTest at(double seconds, double cpu, long received) {
        var time = NOW.plusNanos((long) (seconds * 1e9));
        var figures = new Figures(time, OptionalDouble.of(cpu), 4, new Memory(100, 1000), new Traffic(received, 0), new Traffic(0, 0), 3);
        history = history.and(figures);
        hour = hour.and(figures);
        return this;
    }

    private List<Double> shown(Series series, int columns, int each) {
        return history.curve(series, CpuUnit.CORE, columns, each).columns().stream().map(value -> value.orElse(-1)).toList();
    }

    @Test
    void what_is_told_per_second_is_divided_by_the_time_between_the_samples_themselves() {
        at(0, 0, 1000).at(2, 0, 3000).at(2.5, 0, 3500);
        assertThat(shown(Series.RECEIVED, 4, 1)).containsExactly(-1.0, -1.0, 1000.0, 1000.0);
        assertThat(history.curve(Series.RECEIVED, CpuUnit.CORE, 4, 1).now()).hasValue(1000);
    }

    @Test
    void a_counter_that_began_anew_tells_nothing_until_the_next_reading() {
        at(0, 0, 9000).at(1, 0, 100).at(2, 0, 300);
        assertThat(shown(Series.RECEIVED, 3, 1)).containsExactly(-1.0, -1.0, 200.0);
    }

    @Test
    void the_newest_is_at_the_right_and_extremes_are_those_of_what_is_shown() {
        at(0, 500, 0).at(1, 10, 0).at(2, 30, 0).at(3, 20, 0);
        var curve = history.curve(Series.CPU, CpuUnit.CORE, 3, 1);
        assertThat(curve.columns()).containsExactly(OptionalDouble.of(10), OptionalDouble.of(30), OptionalDouble.of(20));
        assertThat(List.of(curve.now(), curve.min(), curve.max())).containsExactly(OptionalDouble.of(20), OptionalDouble.of(10), OptionalDouble.of(30));
        assertThat(history.span(3, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(history.curve(Series.CPU, CpuUnit.ALL, 3, 1).now()).hasValue(5);
    }

    @Test
    void a_column_of_several_is_the_highest_and_neighbours_stay_together_as_others_are_dropped() {
        for (int i = 0; i < History.MOST + 5; i++) at(i, i % 4, 0);
        assertThat(history.figures()).hasSize(History.MOST);
        assertThat(history.dropped()).isEqualTo(5);
        assertThat(shown(Series.CPU, 3, 4)).containsExactly(3.0, 3.0, 0.0);
        at(1000, 1, 0);
        assertThat(shown(Series.CPU, 2, 1)).as("nobody looked for long").containsExactly(0.0, -1.0);
        assertThat(shown(Series.CPU, History.MOST * 2, 1)).hasSize(History.MOST * 2);
    }

    @Test
    void the_same_sample_counts_once_and_one_from_long_before_does_not() {
        at(0, 7, 0).at(600, 1, 0).at(600, 2, 0).at(599, 3, 0);
        assertThat(shown(Series.CPU, 2, 1)).containsExactly(-1.0, 1.0);
    }

    private List<Double> means(Series series, int columns, int each) {
        return hour.whole().curve(series, CpuUnit.CORE, columns, each).columns().stream().map(value -> value.orElse(-1)).toList();
    }

    @Test
    void ten_seconds_are_those_of_the_samples_own_times_and_what_is_not_over_counts() {
        // 03:04:05 and on: five samples before :10
        for (int i = 0; i < 5; i++) at(i, 10, i * 100L);
        for (int i = 5; i < 15; i += 2) at(i, i == 5 ? 100 : 50, 1000);
        at(15, 7, 3000).at(15, 900, 9000);
        assertThat(means(Series.CPU, 4, 1)).containsExactly(-1.0, 10.0, 60.0, 7.0);
        assertThat(means(Series.CPU, 2, 2)).as("the highest").containsExactly(60.0, 7.0);
        assertThat(means(Series.RECEIVED, 3, 1)).as("per second since the last sample of the mean before").containsExactly(-1.0, 600.0 / 9, 1000.0);
        assertThat(hour.whole().span(4, 1)).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void an_hour_is_kept_and_no_more() {
        for (int i = 0; i < 4000; i++) at(i, i, 0);
        assertThat(hour.whole().figures()).hasSize(360);
        assertThat(hour.open()).hasSizeLessThanOrEqualTo(Hour.SECONDS);
        assertThat(hour.whole().span(1000, 1)).isBetween(Duration.ofSeconds(3580), Duration.ofHours(1));
        at(4100, 3, 0).at(4101, 3, 0);
        assertThat(means(Series.CPU, 2, 1)).as("nobody looked meanwhile").containsExactly(3994.5 + 2.5, -1.0);
    }

    @Test
    void without_figures_nothing_is_shown() {
        assertThat(history.curve(Series.CPU, CpuUnit.CORE, 2, 1).columns()).containsExactly(OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(history.span(2, 1)).isZero();
    }

    @Test
    void a_first_sample_says_nothing_of_cpu_and_an_unknown_number_of_cores_nothing_of_all() {
        var first = sample(Optional.empty());
        assertThat(Figures.of(first).cpu()).isEmpty();
        var second = Figures.of(sample(Optional.of(new Previous(NOW.minusSeconds(1), new Cpu(0, 0, 0)))));
        assertThat(CpuUnit.CORE.percent(second)).hasValue(50);
        assertThat(CpuUnit.ALL.percent(second)).isEmpty();
    }

    private static StatsSample sample(Optional<Previous> before) {
        return new StatsSample(
                new ContainerId("c"), "c", NOW, new Cpu(500_000_000, 0, 0), before, new Memory(1, 0), new Traffic(0, 0), new Traffic(0, 0), 1, new Document("{}"));
    }
}
