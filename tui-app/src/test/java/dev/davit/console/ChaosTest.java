package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.testing.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A console that sees very much happen: in the end it shows what there is, where its user left it, and holds no more than before.
@Tag("long")
@Timeout(300)
final class ChaosTest {
    private static final int CONTAINERS = 1000;
    private static final long FEW = 6L << 20;
    /// A row of the table: mark, name, image, state.
    private static final Pattern ROW = Pattern.compile("[▌ ] (\\S+) +" + FakeEngine.BUSYBOX + " +\\S (created|paused|running|exited \\d+).*");
    private static final Pattern EXITED = Pattern.compile("Exited \\((\\d+)\\).*");
    /// Keys that leave the console on its table of containers.
    private static final List<String> KEYS = List.of(
            "j", "k", "pgdn", "pgup", "G", "g", "? q", "2", "1", "/ many enter", "/ ctrl-u enter", "x q", "E esc", "m");

    private final FakeEngine engine = new FakeEngine(Sitting.BEGUN);
    private final SplittableRandom random = new SplittableRandom(20260102);
    private final List<ContainerId> there = new ArrayList<>();
    private int names;

    ChaosTest() {
        engine.scenario().statsEvery(Duration.ofHours(1));
        there.addAll(engine.scenario().addContainers(CONTAINERS));
    }

    @Test
    void after_thousands_of_events_and_keys_the_table_is_what_the_engine_has() throws Exception {
        var mine = engine.run("mine", "sleep", "infinity");
        try (var sitting = new Sitting(engine, 120, 40).see("many-0001", "running")) {
            happens(sitting, 1000, true);
            sitting.write("1/\025mine\r").see("▌ mine", "running").type("esc").see("▌ mine", "running");
            long before = Heap.used();
            happens(sitting, 2000, false);
            engine.containers().rename(ContainerRef.of(mine), "ours");
            sitting.see("▌ ours", "running");
            sitting.terminal().resize(120, there.size() + 10);
            Await.until("there are as many rows as containers", () -> shown(sitting).size() == there.size() + 1);
            try {
                Await.until("the table is the engine's list", () -> shown(sitting).equals(listed()));
            } catch (AssertionError e) {
                assertThat(shown(sitting)).as(e.getMessage()).isEqualTo(listed());
            }
            assertThat(sitting.row("ours")).startsWith("▌ ours");
            sitting.terminal().resize(120, 40);
            sitting.see("▌ ours", "running");
            long grown = Heap.used() - before;
            assertThat(grown).as(() -> "bytes more than before\n" + Heap.greatest()).isLessThan(FEW);
        }
    }

    /// Lets things happen, in rounds; the next begins when the console has shown what was typed after the last.
    private void happens(Sitting sitting, int events, boolean typing) {
        for (int i = 0; i < events; i += 50) {
            for (int j = 0; j < 50; j++) {
                happen();
                if (typing && j % 5 == 0) sitting.type(KEYS.get(random.nextInt(KEYS.size())));
            }
            sitting.write(":after " + i).see(":after " + i).type("esc").seeNot(":after");
        }
    }

    private void happen() {
        int at = random.nextInt(there.size());
        var id = there.get(at);
        var reference = ContainerRef.of(id);
        switch (random.nextInt(6)) {
            case 0 -> there.add(engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "sleep", "infinity").named(name())).id());
            case 1 -> {
                engine.containers().remove(reference, RemoveOptions.FORCE);
                there.remove(at);
            }
            case 2 -> engine.containers().rename(reference, name());
            case 3 -> engine.scenario().end(id, random.nextInt(4));
            default -> engine.containers().start(reference);
        }
    }

    private String name() {
        return "made-%04d".formatted(++names);
    }

    private List<String> listed() {
        return engine.containers().list(ContainerQuery.everything()).stream()
                .sorted(Comparator.comparing((ContainerSummary one) -> !one.state().isRunning()).thenComparing(one -> one.names().getFirst()))
                .map(one -> one.names().getFirst() + " " + state(one))
                .toList();
    }

    private static String state(ContainerSummary one) {
        var exited = EXITED.matcher(one.status());
        if (one.state() == ContainerState.EXITED && exited.matches()) return "exited " + exited.group(1);
        return one.state().toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> shown(Sitting sitting) {
        return sitting.terminal().screen().text().lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
    }
}
