package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.console.model.Arrangement;
import dev.davit.console.model.Order;
import dev.davit.console.model.Order.Column;
import dev.davit.console.model.View;
import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.Kind;
import dev.davit.engine.fake.FakeEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables as they were looked at, under names.
@Timeout(60)
final class SavedViewsTest {
    private static final String FRONT = """
            view: front
            table: containers
            filter: web
            stopped: hidden
            columns: name id image state age cpu memory share ports
            containers: name reversed
            """;
    private static final String PICTURES = """
            view: pictures
            table: images
            stopped: shown
            columns: name image state age cpu memory share ports
            images: size
            """;

    private final FakeEngine engine = new FakeEngine(Sitting.BEGUN);

    @TempDir
    private Path state = Path.of("");

    SavedViewsTest() {
        engine.scenario().statsEvery(Duration.ofHours(1));
        engine.run("web", "sleep", "1000");
        engine.run("db", "sleep", "1000");
        engine.run("webhook", "false");
    }

    private Sitting sit(int columns, int rows) {
        return new Sitting(() -> engine, columns, rows, Map.of("LANG", "C.UTF-8", "XDG_STATE_HOME", state.toString()));
    }

    private Path file() {
        return SavedViews.file(state.resolve("davit"));
    }

    private void kept(String text) throws Exception {
        Files.createDirectories(state.resolve("davit"));
        Files.writeString(file(), text);
    }

    @Test
    void a_view_is_turned_to_as_it_was_saved() throws Exception {
        try (var sitting = sit(120, 20).see("web", "running").see("webhook", "exited")) {
            sitting.type("a").seeNot("webhook").type("| j enter q o O").see("NAME↑").type("/").write("web\r").seeNot("db ");
            sitting.type(":").write("view save front\r").see("saved the view front of the containers");
            sitting.type("esc a | j enter q o").seeNot("NAME↑").see("webhook").see("db");
            sitting.type("2 o o o").see("SIZE↓").type(":").write("view save pictures\r").see("saved the view pictures of the images");
            sitting.type("o 1 enter").see("› logs").type(":").write("view front\r").see("view front").see("containers /web").see("NAME↑").see("ID").seeNot("webhook").seeNot("db ");
            sitting.type(":").write("view pictures\r").see("busybox").see("SIZE↓");
        }
        assertThat(file()).hasContent(FRONT + PICTURES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({"80,24", "40,10"})
    void views_are_listed_to_choose_from(int columns, int rows) throws Exception {
        kept(FRONT + PICTURES);
        try (var sitting = sit(columns, rows).see("webhook")) {
            sitting.type("8").see("pictures").picture("views-" + columns + "x" + rows);
            sitting.type("/").write("ima\r").seeNot("front").type("enter").see("view pictures").see("busybox");
            sitting.type(":").write("view\r").see("front").type("enter").see("view front").seeNot("webhook");
        }
    }

    @Test
    void names_are_completed() throws Exception {
        kept(FRONT + PICTURES);
        try (var sitting = sit(120, 20).see("webhook")) {
            sitting.type("8").see("pictures").type("esc").seeNot("pictures");
            sitting.type(":").write("vie\tp\t").see(":view pictures").type("enter").see("busybox");
            sitting.type(":").write("view \t").see("front  pictures  rm  save").write("rm f\t").see(":view rm front").type("enter").see("removed the view front");
            sitting.type(":").write("view front\r").see("there is no view \"front\"; there are pictures");
        }
        assertThat(file()).hasContent(PICTURES);
    }

    @Test
    void what_cannot_be_is_said_in_a_sentence() throws Exception {
        try (var sitting = sit(160, 20).see("webhook")) {
            sitting.type("8").see("no view is saved yet: :view save NAME saves what is looked at");
            sitting.type(":").write("view front\r").see("there is no view \"front\"; none is saved yet");
            sitting.type(":").write("view rm front\r").see("there is no view \"front\"; none is saved yet");
            sitting.type(":").write("view save\r").see("view takes NAME, save NAME or rm NAME");
            sitting.type(":").write("view a b\r").see("view takes NAME, save NAME or rm NAME");
            sitting.type(":").write("view save rm\r").see("a view cannot be named \"rm\": that is a word of :view");
            sitting.type(":").write("view save 'a b'\r").see("a view cannot be named \"a b\": a name begins with a letter or a digit, goes on with these and . _ -, and has 40 at most");
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_understood_is_told_and_stays() throws Exception {
        String broken = FRONT + PICTURES.replace("images: size", "images: weight");
        kept(broken);
        try (var sitting = sit(160, 20).see("the views are not there: line 11 cannot be understood: " + state).see("webhook")) {
            sitting.type(":").write("view save other\r").see("cannot save the view other: line 11 cannot be understood: " + state);
        }
        assertThat(file()).hasContent(broken);
    }

    @Test
    void what_another_console_saved_meanwhile_stays() throws Exception {
        try (var sitting = sit(120, 20).see("webhook")) {
            kept(PICTURES);
            sitting.type(":").write("view save all\r").see("saved the view all").type("8").see("pictures", "images");
        }
        assertThat(file()).content().startsWith("view: all\n").endsWith(PICTURES);
    }

    @Test
    void views_are_read_as_they_were_written() {
        var start = Arrangement.START;
        var containers = new Arrangement("", false, true, CpuUnit.CORE, Column.ofContainers(), new Order(Optional.of(Column.SHARE), true), Map.of());
        var views = List.of(
                new View("a", Optional.empty(), " table: x", containers), new View("B.1", Optional.of(Kind.VOLUMES), "", start),
                new View("日本", Optional.of(Kind.NETWORKS), "!\0", start));
        assertThat(ViewsText.read(ViewsText.of(views))).isEqualTo(views);
        assertThat(ViewsText.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "view: ", "view: save", "view: a/b", "view: alone", "filter: x", "cpu: some"})
    void what_davit_has_not_written_is_refused(String line) {
        assertThatThrownBy(() -> ViewsText.read(FRONT + line + "\n")).isInstanceOf(IllegalArgumentException.class).hasMessage("line 7 cannot be understood");
    }
}
