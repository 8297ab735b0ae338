package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.volume.VolumeSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The console's screens as pictures. After a change that is meant: `-Ddavit.pictures=accept`, then look at the difference.
@Timeout(60)
final class ConsolePicturesTest {
    private final FakeEngine engine = new FakeEngine(Sitting.BEGUN);

    ConsolePicturesTest() {
        engine.scenario().statsEvery(Duration.ofHours(1));
        engine.scenario().addImage("registry.example/team/shop-frontend:2.14", "sh");
        var web = engine.run("web", "sleep", "1000");
        engine.run("db", "sleep", "1000");
        engine.run("a-container-with-quite-a-long-name", "sleep", "1000");
        engine.containers().pause(ContainerRef.of(engine.run("frozen", "sleep", "1000")));
        engine.containers().create(ContainerSpec.of("registry.example/team/shop-frontend:2.14", "sh").named("shop"));
        ended("done", 0);
        ended("broken", 137);
        engine.scenario().addHostile("日本語-名前", FakeEngine.BUSYBOX, Map.of(), "sh");
        for (int i = 1; i <= 60; i++) {
            var stream = i % 7 == 0 ? StdStream.STDERR : StdStream.STDOUT;
            engine.scenario().print(web, stream, ("request " + i + "\tGET /index.html 200\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void ended(String name, int code) {
        var id = engine.run(name, "sleep", "1000");
        try (var exits = engine.containers().exits(ContainerRef.of(id), WaitCondition.NOT_RUNNING)) {
            engine.scenario().end(id, code);
            assertThat(exits.iterator().next().code()).isEqualTo(code);
        }
    }

    private Sitting sit(int columns, int rows) {
        return new Sitting(engine, columns, rows).see("web", "%").see("日本語", "%").see("db", "%");
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24", "60,12"})
    void containers(int columns, int rows) throws Exception {
        try (var sitting = sit(columns, rows)) {
            sitting.type("G k k").picture("containers-" + columns + "x" + rows);
        }
    }

    @ParameterizedTest
    @CsvSource({"40,10", "20,5", "8,2"})
    void containers_on_small_screens(int columns, int rows) throws Exception {
        try (var sitting = new Sitting(engine, columns, rows)) {
            sitting.see("a-").picture("containers-" + columns + "x" + rows);
        }
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24"})
    void help(int columns, int rows) throws Exception {
        try (var sitting = sit(columns, rows)) {
            sitting.type("?").picture("help-" + columns + "x" + rows);
            sitting.type("G").picture("help-end-" + columns + "x" + rows);
        }
    }

    @Test
    void keys_one_after_the_other(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("config.yaml"), "keymap: vim\ncommands: {containers: {g t: {name: processes, run: 'top {name}'}}}\n");
        var environment = Map.of("LANG", "C.UTF-8", "DAVIT_CONFIG", folder.toString());
        try (var sitting = new Sitting(() -> engine, 80, 24, environment).see("web", "%").see("日本語", "%").see("db", "%")) {
            sitting.type("g").see("processes").picture("keys-begun");
            sitting.type("x").see("publishes no TCP port").type("?").picture("keys-help");
        }
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24"})
    void details(int columns, int rows) throws Exception {
        var spec = ContainerSpec.of(FakeEngine.BUSYBOX, "sleep", "1000").named("told");
        var environment = List.of("PATH=/bin", "NOTE=" + "long ".repeat(30));
        engine.containers().create(spec.with(draft -> draft.process = draft.process.with(process -> process.environment = environment)));
        try (var sitting = sit(columns, rows)) {
            sitting.type("/").write("told\r").type("tab").see("PATH=/bin").picture("details-" + columns + "x" + rows);
            sitting.type("/ ctrl-u").write("broken\r").see("state     exited 137");
            sitting.type("tab").seeNot("state  ");
        }
    }

    @Test
    void details_of_things() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("tab").see("a-container").type("2").see("linux/").picture("details-image");
            sitting.type("]").type("3").see("subnet");
        }
    }

    @Test
    void details_have_no_room_on_a_small_screen() throws Exception {
        try (var sitting = new Sitting(engine, 40, 10).see("a-")) {
            sitting.type("tab").see("no room");
        }
    }

    @Test
    void question() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("d").picture("question");
        }
    }

    @Test
    void log() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("/").write("web\r").type("enter").see("request 60").picture("log");
            sitting.type("k k k").picture("log-let-go");
            sitting.type("t").picture("log-times").type("t");
            sitting.type("right").picture("log-to-the-right");
        }
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24", "40,10"})
    void way_to_where_one_is(int columns, int rows) throws Exception {
        try (var sitting = new Sitting(engine, columns, rows).see("a-")) {
            sitting.type("/").write("web\r").type("enter").see("60/60").type(":").write("port web\r").see("exit 0").picture("way-" + columns + "x" + rows);
            sitting.type("q").see("60/60").type("q").see("/web").type("esc").seeNot("containers /web");
        }
    }

    @Test
    void filtered_log() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("/").write("web\r").type("enter").see("request 60").type("&").write("request [0-9]*7\\b\r").see("request 57").picture("log-filtered");
        }
    }

    @Test
    void merged_log() throws Exception {
        var talker = engine.run("talker", "sleep", "1000");
        for (String line : List.of("hello", "a line that is too long for the screen and goes on in the next row", "so long")) {
            engine.scenario().print(talker, StdStream.STDOUT, (line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        var namesake = engine.run("a-namesake-of-it-with-a-long-name", "sleep", "1000");
        engine.scenario().print(namesake, StdStream.STDERR, "what?\n".getBytes(StandardCharsets.UTF_8));
        try (var sitting = new Sitting(engine, 80, 24)) {
            sitting.see("web").type("g j").see("▌ a-namesake").type("space G k k k k k").see("▌ talker").type("space space").see("3 marked");
            sitting.type("enter").see("what?").picture("log-merged");
            sitting.type("t W").see("next row").picture("log-merged-times");
        }
    }

    @Test
    void one_stream_of_a_log() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("/").write("web\r").type("enter").see("request 60").type("oo").see("8/8").picture("log-stderr");
        }
    }

    @Test
    void log_since_a_time() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("/").write("web\r").type("enter").see("request 60").type("s").write("2026-01-02T03:04").picture("log-since-typed");
            sitting.type("enter").see("since 2026-01-02T03:04").see("60/60").picture("log-since");
        }
    }

    @Test
    void wrapped_log() throws Exception {
        var talker = engine.run("talker", "sleep", "1000");
        for (int i = 1; i <= 9; i++) {
            String line = "request " + i + " " + "word ".repeat(10 * (i % 3)) + "日本語".repeat(i == 9 ? 20 : 0) + " end " + i + "\n";
            engine.scenario().print(talker, i == 8 ? StdStream.STDERR : StdStream.STDOUT, line.getBytes(StandardCharsets.UTF_8));
        }
        try (var sitting = new Sitting(engine, 60, 12)) {
            sitting.see("web").type("/").write("talker\r").type("enter").see("request 9").type("W").see("end 9").picture("log-wrapped");
            sitting.type("g").see("end 2").type("t").picture("log-wrapped-times");
        }
    }

    @Test
    void command_line() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type(":").write("ps --format '{{.Names}}'").picture("command-typed");
            sitting.type("enter").see("exit 0").picture("command-output");
        }
    }

    @Test
    void filter() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("/").write("exited").picture("filter");
            sitting.write("nothing").picture("filter-nothing");
        }
    }

    @ParameterizedTest
    @CsvSource({"160,45", "80,24", "40,10"})
    void other_tables(int columns, int rows) throws Exception {
        engine.networks().create(NetworkSpec.of("front"));
        engine.volumes().create(VolumeSpec.of("data"));
        engine.volumes().create(VolumeSpec.of("cache"));
        engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "sh").named("keeper").with(draft ->
                draft.storage = draft.storage.with(storage -> storage.binds = List.of(new BindSpec("data", "/data", List.of())))));
        try (var sitting = new Sitting(engine, columns, rows).see("web")) {
            sitting.type("2").see("busybox").picture("images-" + columns + "x" + rows);
            sitting.type("3").see("front").picture("networks-" + columns + "x" + rows);
            sitting.type("4").see("data").picture("volumes-" + columns + "x" + rows);
        }
    }

    @ParameterizedTest
    @CsvSource({"80,24", "40,10"})
    void volumes_by_their_sizes(int columns, int rows) throws Exception {
        for (String name : List.of("cache", "data", "nowhere")) engine.volumes().create(VolumeSpec.of(name));
        engine.scenario().fill("cache", 4_700);
        engine.scenario().fill("data", 1_234_567_890);
        engine.scenario().fill("nowhere", -1);
        try (var sitting = new Sitting(engine, columns, rows).see("web")) {
            sitting.type("4").see("nowhere").type("z").see("measured 2 volumes: 1.23GB").write("ooo").see("ordered by size").picture("volumes-by-size-" + columns + "x" + rows);
            sitting.write("O").see("the least first").see("nowhere");
        }
    }

    @Test
    void operations() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("x").see("stop a-container").picture("operations");
            sitting.type("q space space x").see("stop a-").picture("operations-marks");
        }
    }

    @Test
    void removal_of_a_volume() throws Exception {
        engine.volumes().create(VolumeSpec.of("data"));
        try (var sitting = sit(80, 24)) {
            sitting.type("4").see("data").type("d").picture("question-volume");
        }
    }

    @Test
    void ordered_by_a_column() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.write("oooooo").see("ordered by memory").picture("ordered-by-memory");
            sitting.write("O").see("ordered by memory, the least first").write("ooooOO").picture("ordered-by-name");
        }
    }

    @Test
    void chosen_columns() throws Exception {
        try (var sitting = sit(160, 45)) {
            sitting.type("| j enter j j enter").write("jjjjjj").type("enter").see("▌ networks").picture("columns");
            sitting.type("esc").write("oooo").see("ordered by command").picture("columns-chosen");
        }
    }

    @Test
    void marks_and_what_is_asked_for_them() throws Exception {
        try (var sitting = sit(80, 24)) {
            sitting.type("space j space").see("2 marked").picture("marks");
            sitting.type("d").see("Remove 2 containers?").picture("question-marks");
        }
    }

    @Test
    void what_failed_among_several() throws Exception {
        for (String name : List.of("data", "cache", "spare")) engine.volumes().create(VolumeSpec.of(name));
        engine.containers().create(ContainerSpec.of(FakeEngine.BUSYBOX, "sh").named("keeper").with(draft ->
                draft.storage = draft.storage.with(storage -> storage.binds = List.of(new BindSpec("data", "/data", List.of()), new BindSpec("cache", "/c", List.of())))));
        try (var sitting = sit(80, 24)) {
            sitting.type("4").see("spare").type("* d").see("Remove 3 volumes?").type("y").see("removed 1 of 3 volumes");
            sitting.type("E").see("failed").picture("failures");
        }
    }

    @Test
    void messages() throws Exception {
        engine.containers().pause(ContainerRef.of(engine.run("zebra", "sleep", "1000")));
        try (var sitting = sit(80, 24)) {
            sitting.type("G e").see("does not run").picture("message-problem");
            sitting.type("g").write("/zebra\r").see("▌ zebra").type("p").see("unpaused zebra").picture("message-done");
        }
    }
}
