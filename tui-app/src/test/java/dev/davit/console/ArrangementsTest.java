package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.config.UserFiles;
import dev.davit.console.model.Arrangement;
import dev.davit.console.model.Order;
import dev.davit.console.model.Order.Column;
import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.Kind;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.testing.Await;
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
import org.junit.jupiter.params.provider.ValueSource;

/// What stays of the console from one day to the next.
@Timeout(60)
final class ArrangementsTest {
    private static final String ENGINE = "fake (for a test)";

    private final FakeEngine engine = new FakeEngine(Sitting.BEGUN);

    @TempDir
    private Path state = Path.of("");

    ArrangementsTest() {
        engine.scenario().statsEvery(Duration.ofHours(1));
        engine.run("web", "sleep", "1000");
        engine.run("job", "false");
    }

    private Sitting sit() {
        return new Sitting(() -> engine, 120, 20, Map.of("LANG", "C.UTF-8", "XDG_STATE_HOME", state.toString()));
    }

    private Path file() {
        return Arrangements.file(state.resolve("davit"), ENGINE);
    }

    @Test
    void what_was_chosen_is_there_the_next_time() throws Exception {
        try (var sitting = sit().see("web", "running").see("job", "exited")) {
            sitting.type("a").seeNot("job").type("%").see("CPU in percent of all cores").type("| j enter q o").see("ordered by name").see("NAME↓").type("2 o o o O").see("SIZE↑").type("1");
        }
        assertThat(file()).hasContent("stopped: hidden\ncpu: all\ncolumns: name id image state age cpu memory share ports\ncontainers: name\nimages: size reversed\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("davit")))).isEqualTo("rwx------");
        try (var files = Files.list(state.resolve("davit"))) {
            assertThat(files).containsExactly(file());
        }
        try (var sitting = sit().see("NAME↓  ").see("ID").see("CPU/ALL").see("web", "running").seeNot("job")) {
            sitting.type("2").see("SIZE↑").type("1 a").see("job", "exited");
            Await.until("it is kept", () -> Files.readString(file()).startsWith("stopped: shown"));
        }
    }

    @Test
    void nothing_is_written_where_nothing_was_chosen() throws Exception {
        try (var sitting = sit().see("web", "running")) {
            sitting.type("2").see("images").type("1").see("web", "running");
        }
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_read_is_told_and_tables_are_as_usual() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "stopped: hidden\ncolumns: name colour\n");
        try (var sitting = sit().see("the tables are not as they were left: line 2 cannot be understood: " + state).see("job", "exited")) {
            sitting.type("o").see("ordered by name");
        }
        assertThat(file()).content().contains("containers: name\n");
        Files.writeString(file(), "x".repeat(5000));
        try (var sitting = sit()) {
            sitting.see("the tables are not as they were left: it is too long: " + state).see("job", "exited");
        }
        Files.delete(file());
        Files.createDirectory(file());
        try (var sitting = sit().see("the tables are not as they were left: ").see("job", "exited")) {
            sitting.type("a").see("cannot keep how the tables are arranged: ").seeNot("job").type("a").see("job", "exited").seeNot("cannot keep");
        }
    }

    @Test
    void a_state_is_read_as_it_was_written() {
        var orders = Map.of(Kind.NETWORKS, new Order(Optional.of(Column.USERS), true), Kind.VOLUMES, new Order(Optional.empty(), true));
        var arrangement = new Arrangement(ENGINE, false, true, CpuUnit.ALL, Column.ofContainers(), new Order(Optional.of(Column.SHARE), false), orders);
        assertThat(ArrangementText.read(ENGINE, ArrangementText.of(arrangement))).isEqualTo(arrangement);
        assertThat(ArrangementText.read("", "")).isEqualTo(Arrangement.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "nonsense", "stopped: perhaps", "columns: ", "columns: name size", "containers: size", "containers: name reversed reversed", "images: cpu",
        "images: SIZE", "containers: ", "cpu: some", "cpu: all core", "\0\0\0"
    })
    void what_davit_has_not_written_is_refused(String line) {
        assertThatThrownBy(() -> ArrangementText.read("", "stopped: shown\n" + line + "\n")).isInstanceOf(IllegalArgumentException.class).hasMessage("line 2 cannot be understood");
    }

    @Test
    void every_engine_has_a_file_of_its_own_whatever_it_is_called() {
        var folder = Path.of("/state/davit");
        var names = List.of("docker (its socket answers)", "..", "../../etc/passwd", "a/b", "a b", "a+b", "\033[2J", "x".repeat(1000), "x".repeat(1001));
        assertThat(names).map(name -> Arrangements.file(folder, name)).doesNotHaveDuplicates()
                .allMatch(file -> file.normalize().equals(file) && folder.equals(file.getParent()) && file.getFileName().toString().matches("[\\w.%+*-]{1,220}"));
    }

    @Test
    void the_folder_is_the_users_state() {
        assertThat(UserFiles.folder(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h"))).contains(Path.of("/s/davit"));
        assertThat(UserFiles.folder(Map.of("XDG_STATE_HOME", "s", "HOME", "/h"))).contains(Path.of("/h/.local/state/davit"));
        assertThat(UserFiles.folder(Map.of("HOME", "/h"))).contains(Path.of("/h/.local/state/davit"));
        assertThat(UserFiles.folder(Map.of())).isEmpty();
    }
}
