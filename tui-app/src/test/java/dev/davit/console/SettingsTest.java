package dev.davit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.config.ConfigException;
import dev.davit.console.input.Key;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.model.Action;
import dev.davit.console.model.Scope;
import dev.davit.console.model.UserCommand;
import dev.davit.console.paint.ThemeName;
import dev.davit.engine.fake.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class SettingsTest {
    @TempDir
    private Path folder = Path.of("");

    private Settings settings(String config) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), config);
        return Settings.of(folder);
    }

    @Test
    void nobody_need_say_anything() throws IOException {
        assertThat(Settings.of(folder)).isEqualTo(Settings.DEFAULT);
        assertThat(Settings.DEFAULT.theme()).isEqualTo(ThemeName.DARK);
        assertThat(settings("# nothing yet\n").theme()).isEqualTo(ThemeName.DARK);
    }

    @ParameterizedTest
    @EnumSource
    void a_theme_is_had_by_its_name(ThemeName theme) throws IOException {
        assertThat(settings("theme: " + theme.word() + "\n").theme()).isEqualTo(theme);
    }

    @Test
    void theme_and_keys_go_together() throws IOException {
        var settings = settings("keymap: vim\ntheme: light\nkeys: {containers: {z: stop}}\n");
        assertThat(settings.theme()).isEqualTo(ThemeName.LIGHT);
        assertThat(settings.keymap().action(Scope.CONTAINERS, Keystrokes.of(new Key("z")))).contains(Action.STOP);
        assertThat(settings.keymap().action(Scope.CONTAINERS, Keystrokes.of(new Key("x")))).contains(Action.REMOVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "theme: drak   | line 1, column 8: there is no theme \"drak\"; there are dark, light, high-contrast, 16, mono",
        "theme: Dark   | line 1, column 8: there is no theme \"Dark\"",
        "theme: [dark] | line 1, column 8: a theme is given by its name, this is a list",
        "theme:        | line 1, column 7: there is no theme \"\"",
    })
    void a_theme_that_is_none_is_told(String config, String why) {
        assertThatThrownBy(() -> settings(config)).isInstanceOf(ConfigException.class).hasMessageContaining(why);
    }

    @Test
    void commands_of_the_users_own_have_keys() throws IOException {
        var keymap = settings("commands: {containers: {s: {name: processes, run: 'top {name}'}, K: {run: kill -s KILL {id}, ask: 'true'}}}\n".replace("kill -s KILL {id}", "'kill -s KILL {id}'")).keymap();
        assertThat(keymap.commands()).extracting(UserCommand::name).containsExactly("processes", "kill -s KILL {id}");
        assertThat(keymap.commands()).extracting(UserCommand::asks).containsExactly(false, true);
        assertThat(keymap.keys(Scope.CONTAINERS, Action.STOP)).as("its key is the command's").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "commands: [x]                                      | line 1, column 11: commands are given as TABLE: {KEY: {name: TEXT, run: LINE}}, this is a list",
        "commands: {logs: {x: {run: top}}}                  | line 1, column 12: there is no table \"logs\"; there are containers, images, networks, volumes",
        "commands: {images: {x: top}}                       | line 1, column 24: a command is given as {name: TEXT, run: LINE}, this is a text",
        "commands: {images: {x: {name: a}}}                 | line 1, column 21: a command needs a line",
        "commands: {images: {x: {run: tpo a}}}              | line 1, column 21: \"tpo a\" begins with no command of davit's",
        "commands: {images: {x: {run: '!'}}}                | line 1, column 21: \"!\" begins with no command of davit's; one of the system has ! before it",
        "commands: {images: {hyper-x: {run: top, ask: no}}} | \"hyper-x\" is no key that a terminal sends",
        "commands: {images: {x: {run: top, do: it}}}        | line 1, column 35: a command has name, run and ask, and no \"do\"",
        "read-only: maybe                                   | line 1, column 12: this is either true or false",
    })
    void a_command_that_is_none_is_told(String config, String why) {
        assertThatThrownBy(() -> settings(config)).isInstanceOf(ConfigException.class).hasMessageContaining(why);
    }

    @Test
    void nothing_may_be_changed_where_that_is_said() throws IOException {
        assertThat(settings("read-only: true").readOnly()).isTrue();
        assertThat(settings("read-only: false").readOnly()).isFalse();
    }

    @Test
    void mistakes_in_theme_and_keys_are_told_together() {
        assertThatThrownBy(() -> settings("theme: pink\nkeymap: nano\nkeys: {containers: {x: remov}}\n"))
                .message()
                .hasLineCount(3)
                .contains("line 1, column 8: there is no theme", "line 2, column 9: there is no keymap", "line 3, column 24: there is no action");
    }

    @Test
    void the_folder_is_the_users() {
        assertThat(Settings.folder(Map.of("DAVIT_CONFIG", "/c", "XDG_CONFIG_HOME", "/x", "HOME", "/h"))).isEqualTo(Path.of("/c"));
        assertThat(Settings.folder(Map.of("XDG_CONFIG_HOME", "/x", "HOME", "/h"))).isEqualTo(Path.of("/x/davit"));
        assertThat(Settings.folder(Map.of("HOME", "/h"))).isEqualTo(Path.of("/h/.config/davit"));
    }

    /// What is sent for colours: `38;5;N` and `48;5;N` are of the 256, `38;2;` and `48;2;` of more.
    @ParameterizedTest
    @CsvSource(delimiter = '/', value = {
        "dark          /           /   / (0|1|7|[34]8;5;\\d+|;)+            / 38;5;117",
        "light         /           /   / (0|1|7|[34]8;5;\\d+|;)+            / 38;5;25",
        "high-contrast /           /   / (0|1|7|[34]8;5;\\d+|;)+            / 48;5;16",
        "light         / truecolor /   / (0|1|7|[34]8;2;\\d+;\\d+;\\d+|;)+  / 38;2;11;83;148",
        "16            / truecolor /   / (0|1|7|3[0-7]|9[0-7]|;)+           / 0;1;36",
        "mono          / truecolor /   / (0|1|7|;)+                         / 0;1",
        "high-contrast / truecolor / 1 / (0|1|7|;)+                         / 0;1",
    })
    void the_console_has_the_colours_of_the_theme(String theme, String colorterm, String noColor, String allowed, String one) throws Exception {
        settings("theme: " + theme + "\n");
        var engine = new FakeEngine(Sitting.BEGUN);
        engine.run("web", "sleep", "1000");
        var environment = Map.of(
                "LANG", "C.UTF-8", "DAVIT_CONFIG", folder.toString(), "COLORTERM", colorterm == null ? "" : colorterm, "NO_COLOR", noColor == null ? "" : noColor);
        try (var sitting = new Sitting(() -> engine, 120, 20, environment).see("web", "running")) {
            assertThat(sitting.terminal().screen().colours()).allMatch(sgr -> sgr.matches(allowed)).anyMatch(sgr -> sgr.contains(one));
        }
    }
}
