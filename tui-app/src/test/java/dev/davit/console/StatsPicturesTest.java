package dev.davit.console;


import dev.davit.console.model.Message;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.SampleTable;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.system.StatsSample.Memory;
import dev.davit.engine.system.StatsSample.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of one container's figures, from samples whose times are known: no engine and no clock, so that a picture is of
/// exactly so many.
final class StatsPicturesTest {
    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");
    private static final ContainerId WEB = new ContainerId("id-of-web");

    private final Painted painted = new Painted(BEGUN.plusSeconds(300));

    private StatsPicturesTest tell(Message message) {
        painted.tell(message);
        return this;
    }

    private StatsPicturesTest press(String... keys) {
        painted.press(keys);
        return this;
    }

    private void picture(String name, String locale) throws Exception {
        painted.picture(name, locale);
    }

    private static ContainerRow web(ContainerState state) {
        var summary = new ContainerSummary(
                WEB, List.of("web"), "image", "", "", BEGUN, state, "", List.of(), Map.of(), List.of(), List.of(), OptionalLong.empty(), OptionalLong.empty());
        return new ContainerRow(summary, "web", state, 0, ContainerRow.Health.NONE, Optional.of(BEGUN));
    }

    private StatsPicturesTest opened(int columns, int rows) {
        painted.connected(columns, rows);
        return tell(new Message.Containers(ContainerTable.of(List.of(web(ContainerState.RUNNING))))).press("v");
    }

    /// A wave of CPU, memory that grows, traffic in bursts, and a disk that is written once.
    private StatsPicturesTest samples(int from, int to) {
        for (int i = from; i < to; i++) {
            double cpu = 90 + 85 * Math.sin(i / 7.0);
            long received = 1_000_000L * (i / 10) + 40_000L * Math.min(5, i % 10);
            var figures = new SampleTable.Figures(
                    BEGUN.plusSeconds(i), i == 0 ? OptionalDouble.empty() : OptionalDouble.of(cpu), 8, new Memory((20L << 20) + i * 150_000L, 512L << 20),
                    new Traffic(received, i * 700L), new Traffic(4096, i < 60 ? 0 : 3_000_000), 3 + i % 30 / 10);
            tell(new Message.Figures(new SampleTable.Snapshot(Map.of(WEB, figures))));
        }
        return this;
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24", "40,10", "20,5"})
    void figures_of_a_container(int columns, int rows) throws Exception {
        opened(columns, rows).samples(0, 100).picture("stats-" + columns + "x" + rows, "C.UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"80,24", "40,10"})
    void without_unicode(int columns, int rows) throws Exception {
        opened(columns, rows).samples(0, 100).picture("stats-ascii-" + columns + "x" + rows, "C");
    }

    @Test
    void more_time_of_all_cores() throws Exception {
        opened(80, 24).samples(0, 300).press("-", "-", "%").picture("stats-longer", "C.UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24", "40,10"})
    void an_hour_as_means(int columns, int rows) throws Exception {
        opened(columns, rows).samples(0, 3700).press("-", "-", "-", "-").picture("stats-means-" + columns + "x" + rows, "C.UTF-8");
        press("-", "-", "-").picture("stats-hour-" + columns + "x" + rows, "C.UTF-8");
        press("+", "+", "+").picture("stats-means-" + columns + "x" + rows, "C.UTF-8");
    }

    @Test
    void before_figures_came_and_after_a_while_without_anybody_looking() throws Exception {
        opened(60, 12).picture("stats-none", "C.UTF-8");
        samples(0, 10).samples(40, 50).picture("stats-gap", "C.UTF-8");
    }

    @Test
    void of_what_has_ended() throws Exception {
        opened(80, 24).samples(0, 20);
        tell(new Message.Containers(ContainerTable.of(List.of(web(ContainerState.EXITED))))).picture("stats-ended", "C.UTF-8");
    }
}
