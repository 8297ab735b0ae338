package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.fake.FakeEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The log of a container that writes and writes: who follows sees its end, who looks at something is left there, and it is
/// never held but for a part.
@Tag("long")
@Timeout(300)
final class LogSoakTest {
    private static final int BATCH = 1000;
    private static final long FEW = 6L << 20;
    /// The console holds 8 MiB of a log; a line of these takes more than this.
    private static final int LINE = 300;
    private static final int MOST_HELD = (8 << 20) / LINE;

    private final FakeEngine engine = new FakeEngine(Sitting.BEGUN);
    private int written;

    LogSoakTest() {
        engine.scenario().statsEvery(Duration.ofHours(1));
        engine.scenario().keepLogLines(2 * BATCH);
    }

    @Test
    void a_log_without_end_is_followed_held_and_bounded() throws Exception {
        var web = engine.run("web", "sleep", "infinity");
        try (var sitting = new Sitting(engine, 80, 20).see("web", "running").type("l").see("web › logs")) {
            follow(sitting, web, 10_000);
            sitting.type("pgup").see("f follows");
            String held = body(sitting);
            assertThat(held).contains("line 9980 ");
            while (written < 20_000) {
                write(web);
                sitting.see("/" + written + " ");
                assertThat(body(sitting)).isEqualTo(held);
            }
            sitting.type("f").see("line 20000 ").see("following");

            follow(sitting, web, 60_000);
            long before = Heap.used();
            follow(sitting, web, 120_000);
            long grown = Heap.used() - before;
            assertThat(grown).as(() -> "bytes more than before\n" + Heap.greatest()).isLessThan(FEW);

            sitting.type("g").see("f follows");
            int first = number(body(sitting));
            assertThat(first).as("the first line that is held").isGreaterThan(120_000 - MOST_HELD);
            sitting.type("G").see("line 120000 ");
            follow(sitting.see("following"), web, 121_000);
        }
    }

    /// Lets it write, and sees each time that the end is seen.
    private void follow(Sitting sitting, ContainerId web, int end) {
        while (written < end) {
            write(web);
            sitting.see("line " + written + " ");
        }
    }

    private void write(ContainerId web) {
        String lines = IntStream.rangeClosed(written + 1, written + BATCH)
                .mapToObj(number -> ("line " + number + " ").concat("x".repeat(LINE)).substring(0, LINE) + "\n")
                .collect(Collectors.joining());
        written += BATCH;
        engine.scenario().print(web, StdStream.STDOUT, lines.getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String body) {
        return Integer.parseInt(body.lines().findFirst().orElseThrow().strip().split(" ", -1)[1]);
    }

    /// The lines of the log that are seen; the bar at their side tells where among all.
    private static String body(Sitting sitting) {
        return sitting.terminal().screen().text().lines()
                .map(line -> line.replace('│', ' ').strip())
                .filter(line -> line.startsWith("line "))
                .collect(Collectors.joining("\n"));
    }
}
