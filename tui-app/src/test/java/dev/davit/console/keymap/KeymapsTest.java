package dev.davit.console.keymap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.config.ConfigException;
import dev.davit.console.Settings;
import dev.davit.console.input.Key;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.model.Action;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Keymap.Binding;
import dev.davit.console.model.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class KeymapsTest {
    /// Those that others make up for: whole screens, and leaving from everywhere.
    private static final Set<Action> OFTEN_LEFT_OUT = EnumSet.of(Action.HALF_DOWN, Action.HALF_UP, Action.QUIT);

    @TempDir
    private Path folder = Path.of("");

    private Keymap keymap(String config) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), config);
        return Settings.of(folder).keymap();
    }

    private void own(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("keymaps")).resolve(name + ".yaml"), text);
    }

    @Test
    void the_default_is_the_table_of_actions() throws IOException {
        assertThat(Settings.of(folder).keymap()).isSameAs(Keymap.DEFAULT);
        own("copy", Keymaps.resource("default"));
        assertThat(keymap("keymap: copy").bindings()).isEqualTo(Keymap.DEFAULT.bindings());
    }

    @ParameterizedTest
    @FieldSource("dev.davit.console.keymap.Keymaps#SHIPPED")
    void a_shipped_keymap_reaches_every_action_where_it_can_be_done(String name) {
        var keymap = Keymaps.shipped(name);
        for (var action : Action.values()) {
            if (OFTEN_LEFT_OUT.contains(action)) continue;
            assertThat(keymap.keys(action.scope(), action)).as(name + " " + action.actionName()).isNotEmpty();
        }
        for (var move : List.of(Action.UP, Action.DOWN, Action.PAGE_UP, Action.PAGE_DOWN, Action.TOP, Action.BOTTOM)) {
            assertThat(keymap.keys(Scope.LOG, move)).as(name + " " + move.actionName()).isNotEmpty();
        }
        assertThat(keymap.collisions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vim, CONTAINERS, x, REMOVE", "vim, IMAGES, o, INSPECT", "emacs, LOG, n, DOWN", "emacs, CONTAINERS, D, REMOVE",
        "lazydocker, CONTAINERS, m, LOGS", "lazydocker, NETWORKS, '5', VOLUMES", "k9s, CONTAINERS, s, SHELL", "k9s, VOLUMES, ctrl-d, REMOVE",
        "vim, LOG, g g, TOP", "vim, CONTAINERS, g x, OPEN_PORT", "vim, IMAGES, d d, REMOVE", "vim, TREE, z a, FOLD", "emacs, LOG, ctrl-x ctrl-c, LEAVE",
        "emacs, OUTPUT, ctrl-x ctrl-s, SAVE", "emacs, LOG, ctrl-x k, CLOSE_LOG"
    })
    void its_keys_do_what_its_users_are_used_to(String name, Scope scope, String key, Action action) {
        assertThat(Keymaps.shipped(name).action(scope, Keystrokes.spelled(key).orElseThrow())).contains(action);
    }

    @Test
    void single_keys_are_the_users() throws IOException {
        var keymap = keymap("keymap: vim\nkeys:\n  containers:\n    x: stop\n    ctrl-k: none\n  everywhere:\n    ctrl-k: up\n");
        assertThat(keymap.action(Scope.CONTAINERS, Keystrokes.of(new Key("x")))).contains(Action.STOP);
        assertThat(keymap.action(Scope.VOLUMES, Keystrokes.of(new Key("x")))).contains(Action.REMOVE);
        assertThat(keymap.action(Scope.CONTAINERS, Keystrokes.of(new Key("ctrl-k")))).isEmpty();
        assertThat(keymap.action(Scope.VOLUMES, Keystrokes.of(new Key("ctrl-k")))).contains(Action.UP);
        assertThat(keymap.keys(Scope.CONTAINERS, Action.STOP)).startsWith("x");
    }

    @Test
    void keys_one_after_the_other_are_bound_like_single_ones() throws IOException {
        var keymap = keymap("""
                keymap: vim
                keys: {containers: {ctrl-x  ctrl-t: stop, g g: none}, everywhere: {', space': help}}
                commands: {images: {ctrl-x y: {name: layers of it, run: 'history {name}'}}}
                """);
        assertThat(keymap.keys(Scope.CONTAINERS, Action.STOP)).startsWith("ctrl-x ctrl-t");
        assertThat(keymap.keys(Scope.CONTAINERS, Action.TOP)).doesNotContain("g g", "g");
        assertThat(keymap.keys(Scope.VOLUMES, Action.TOP)).startsWith("g g").doesNotContain("g");
        assertThat(keymap.keys(Scope.LOG, Action.HELP)).startsWith(", space");
        assertThat(keymap.following(Scope.CONTAINERS, Keystrokes.of(new Key("g")))).extracting(Keymap.Following::label).containsExactly("open");
        assertThat(keymap.following(Scope.IMAGES, Keystrokes.of(new Key("ctrl-x")))).containsExactly(
                new Keymap.Following(Keystrokes.of(new Key("y")), "layers of it"));
        assertThat(keymap.following(Scope.IMAGES, Keystrokes.of(new Key("y"))).getFirst().keys()).isEqualTo(Keystrokes.of(new Key("y")));
    }

    @Test
    void keys_that_others_begin_with_on_the_same_screen_are_told_with_their_place() throws IOException {
        own("mine", "extends: default\nkeys:\n  everywhere:\n    g g: top\n    z: help\n  logs:\n    z z z: times\n");
        String mine = folder.resolve("keymaps/mine.yaml").toString();
        assertThatThrownBy(() -> keymap("keymap: mine")).message().hasLineCount(2).contains(
                mine + ", line 4, column 5: g g cannot be bound in everywhere: g does something by itself in everywhere, unless it is none",
                mine + ", line 7, column 5: z z z cannot be bound in logs: z does something by itself in everywhere, unless it is none");
        String file = folder.resolve("config.yaml").toString();
        assertThatThrownBy(() -> keymap("keymap: vim\nkeys:\n  containers:\n    g: stop\ncommands:\n  images:\n    d: {run: version}\n")).message().hasLineCount(3).contains(
                file + ", line 4, column 5: g cannot be bound in containers: it begins g x in containers, unless that is none",
                file + ", line 4, column 5: g cannot be bound in containers: it begins g g in everywhere, unless that is none",
                file + ", line 7, column 5: d cannot be bound in images: it begins d d in tables, unless that is none");
        assertThat(keymap("keymap: vim\nkeys: {containers: {g: stop, g x: none, g g: none}}\n").keys(Scope.CONTAINERS, Action.STOP)).startsWith("g");
        assertThatThrownBy(() -> keymap("keys: {logs: {z hyper-x: times, x y: times, x  y: follow}}")).message().hasLineCount(2).contains(
                "line 1, column 15: \"z hyper-x\" is no key that a terminal sends", "column 45: x y is bound twice in logs");
    }

    @Test
    void an_own_keymap_without_another_has_its_own_keys_alone() throws IOException {
        own("bare", "keys: {everywhere: {z: leave}}");
        var keymap = keymap("keymap: bare");
        assertThat(keymap.bindings()).extracting(Binding::keys).containsExactly(Keystrokes.of(new Key("z")));
        own("more", "extends: bare\nkeys: {everywhere: {y: leave}}");
        assertThat(keymap("keymap: more").keys(Scope.LOG, Action.LEAVE)).containsExactly("y", "z");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() throws IOException {
        own("mine", "extends: vim\nkeys:\n  logs:\n    s: stop\n    shift-a: back\nkey: {}\n");
        String config = """
                keymap: mine
                colour: red
                keys:
                  container:
                    x: remove
                  containers:
                    x: remov
                    y: [stop]
                    a: none
                    a: all
                """;
        String file = folder.resolve("config.yaml").toString();
        String mine = folder.resolve("keymaps/mine.yaml").toString();
        assertThatThrownBy(() -> keymap(config)).isInstanceOf(ConfigException.class).message().hasLineCount(8).contains(
                mine + ", line 4, column 8: stop is done in containers, not in logs",
                mine + ", line 5, column 5: \"shift-a\" is no key that a terminal sends",
                mine + ", line 6, column 1: a keymap has extends and keys, and no \"key\"",
                file + ", line 2, column 1: there is no setting \"colour\"; there are commands, keymap, keys, read-only and theme",
                file + ", line 4, column 3: there is no place called \"container\"; did you mean containers?",
                file + ", line 7, column 8: there is no action \"remov\"; did you mean remove?",
                file + ", line 8, column 8: a key does one action, this is a list",
                file + ", line 10, column 5: a is bound twice in containers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "keymap: [vim]             | line 1, column 9: a keymap has a name of letters, digits, dots and dashes",
        "keymap: ../../etc/passwd  | line 1, column 9: a keymap has a name of letters, digits, dots and dashes",
        "keymap: nano              | line 1, column 9: there is no keymap \"nano\": neither ",
        "keys: x                   | line 1, column 7: keys are given as SCOPE: {KEY: ACTION}, this is a text",
        "- vim                     | line 1, column 1: a configuration is given as NAME: VALUE, this is a list",
        "keymap: 'vim              | line 1, column 13: ",
    })
    void a_configuration_that_is_none_is_told(String config, String why) {
        assertThatThrownBy(() -> keymap(config)).isInstanceOf(ConfigException.class).hasMessageContaining(why);
    }

    @Test
    void keymaps_that_extend_each_other_are_told() throws IOException {
        own("a", "extends: b");
        own("b", "extends: a");
        assertThatThrownBy(() -> keymap("keymap: a")).hasMessageContaining("b.yaml, line 1, column 10: the keymaps a, b extend each other");
    }
}
