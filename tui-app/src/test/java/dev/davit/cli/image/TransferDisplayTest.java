package dev.davit.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Output;
import dev.davit.engine.Feed;
import dev.davit.engine.image.TransferProgress;
import dev.davit.terminal.RollingTerminal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TransferDisplayTest {
    private final RollingTerminal terminal = new RollingTerminal(60, 6);
    private final List<TransferProgress> news = new ArrayList<>();

    /// Each look at it is a second later.
    private static final class Seconds extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void fewLayersStandInTheirOrderWithBytesAndRate() {
        say("latest", "Pulling from library/box", 0, 0);
        say("a", "Pulling fs layer", 0, 0);
        say("b", "Waiting", 0, 0);
        say("a", "Downloading", 0, 4_000_000);
        say("a", "Downloading", 2_000_000, 4_000_000);
        assertThat(shown()).containsExactly("latest: Pulling from library/box", "a: Downloading  2MB of 4MB  1MB/s", "b: Waiting", "");
    }

    @Test
    void whatIsSaidOfTheWholeStaysBelowTheLayers() {
        say("a", "Pull complete", 0, 0);
        say("", "Digest: sha256:0123", 0, 0);
        say("", "Status: Downloaded newer image for box", 0, 0);
        assertThat(shown()).containsExactly("a: Pull complete", "Digest: sha256:0123", "Status: Downloaded newer image for box", "");
    }

    @Test
    void moreLayersThanRowsAreCountedAndTheOnesAtWorkComeFirst() {
        layers("Waiting", 1, 20);
        say("layer17", "Downloading", 1_000, 2_000);
        say("layer03", "Extracting", 1_000, 2_000);
        display(news.size());
        assertThat(terminal.screen()).satisfiesExactly(
                first -> assertThat(first).startsWith("layer03: Extracting  1kB of 2kB"),
                second -> assertThat(second).startsWith("layer17: Downloading  1kB of 2kB"),
                third -> assertThat(third).isEqualTo("layer01: Waiting"),
                fourth -> assertThat(fourth).isEqualTo("layer02: Waiting"),
                last -> assertThat(last).isEqualTo("and 16 more waiting"),
                cursor -> assertThat(cursor).isEmpty());
        assertThat(terminal.everything()).hasSize(6);
    }

    @Test
    void layersThatAreDoneStayAboveEachOnce() {
        layers("Waiting", 1, 20);
        for (int i = 1; i <= 12; i++) {
            say("layer%02d".formatted(i), "Downloading", 500, 1_000);
            say("layer%02d".formatted(i), "Pull complete", 0, 0);
        }
        display(news.size());
        var done = IntStream.rangeClosed(1, 12).mapToObj("layer%02d: Pull complete"::formatted).toList();
        assertThat(terminal.everything().subList(0, 12)).isEqualTo(done);
        assertThat(terminal.screen()).containsExactly(
                "layer13: Waiting", "layer14: Waiting", "layer15: Waiting", "layer16: Waiting", "and 4 more waiting", "");
    }

    @Test
    void inTheEndEveryLayerIsThereOnce() {
        layers("Waiting", 1, 20);
        say("layer05", "Pull complete", 0, 0);
        layers("Downloading", 1, 4);
        layers("Downloading", 6, 20);
        say("", "Digest: sha256:0123", 0, 0);
        var all = shown();
        assertThat(all).hasSize(22).endsWith("Digest: sha256:0123", "").doesNotHaveDuplicates();
        assertThat(all.getFirst()).isEqualTo("layer05: Pull complete");
        assertThat(terminal.wraps()).isTrue();
    }

    @Test
    void aTerminalThatGetsLowerOrHigherIsFilledAnew() {
        layers("Waiting", 1, 20);
        int lower = news.size();
        say("layer20", "Downloading", 1_000, 2_000);
        int higher = news.size();
        say("layer19", "Downloading", 1_000, 2_000);
        display(news.size(), index -> {
            if (index == lower) terminal.resize(4);
            if (index == higher) terminal.resize(9);
        });
        assertThat(terminal.everything().subList(terminal.everything().size() - 9, terminal.everything().size()))
                .satisfies(lines -> assertThat(lines.get(7)).isEqualTo("and 13 more waiting"))
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("layer19: Downloading"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("layer20: Downloading"));
    }

    @Test
    void aLineThatIsTooWideStaysOneLineAndIsHarmless() {
        say("a", "Downloading " + "x".repeat(100) + "\u001b[2J", 0, 0);
        say("a", "Downloading " + "y".repeat(100), 0, 0);
        say("b", "Waiting", 0, 0);
        assertThat(shown()).hasSize(3).element(0).asString().hasSize(60).startsWith("a: Downloading yyy");
    }

    private void layers(String status, int first, int last) {
        for (int i = first; i <= last; i++) say("layer%02d".formatted(i), status, 0, 0);
    }

    private void say(String layer, String status, long current, long total) {
        news.add(new TransferProgress(layer, status, current, total));
    }

    private List<String> shown() {
        display(-1);
        return terminal.everything();
    }

    private void display(int until) {
        display(until, _ -> {});
    }

    /// @param until how many news come before the terminal is looked at; -1: all, and the end
    private void display(int until, IntConsumer before) {
        var out = new Output(terminal, true, terminal::size);
        var display = new TransferDisplay(out, new Seconds());
        if (until < 0) {
            display.showAll(feed());
            return;
        }
        for (int i = 0; i < until; i++) {
            before.accept(i);
            display.take(news.get(i));
        }
    }

    private Feed<TransferProgress> feed() {
        return new Feed<>() {
            @Override
            public Iterator<TransferProgress> iterator() {
                return news.iterator();
            }

            @Override
            public void close() {}
        };
    }
}
