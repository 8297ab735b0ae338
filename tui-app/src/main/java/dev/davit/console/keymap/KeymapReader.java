package dev.davit.console.keymap;

import dev.davit.config.ConfigNode;
import dev.davit.config.Faults;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.model.Action;
import dev.davit.console.model.Keymap.Binding;
import dev.davit.console.model.Scope;
import dev.davit.engine.text.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The bindings of a keymap file: a scope's word, below it keys and the actions' names, `none` for a key that is to do nothing:
///
///     containers:
///       x: remove
///       ctrl-k: none
///       g x: open-port
final class KeymapReader {
    private static final String NONE = "none";

    private final String file;
    private final Faults faults;
    private final Places places;

    /// @param file its name in messages
    /// @param faults where everything that is wrong goes
    /// @param places where it is noted what is bound where
    KeymapReader(String file, Faults faults, Places places) {
        this.file = file;
        this.faults = faults;
        this.places = places;
    }

    List<Binding> read(ConfigNode keys) {
        var bindings = new ArrayList<Binding>();
        if (!(keys instanceof ConfigNode.Mapping scopes)) {
            faults.add(file, keys.place(), "keys are given as SCOPE: {KEY: ACTION}, this is " + keys.kind());
            return bindings;
        }
        for (var entry : scopes.entries()) {
            var scope = scope(entry.name());
            if (!(entry.value() instanceof ConfigNode.Mapping actions)) {
                faults.add(file, entry.value().place(), "the keys of " + entry.name().text() + " are given as KEY: ACTION, this is " + entry.value().kind());
            } else if (scope.isPresent()) {
                section(scope.get(), actions, bindings);
            }
        }
        return bindings;
    }

    private Optional<Scope> scope(ConfigNode.Text word) {
        for (var scope : Scope.values()) {
            if (scope != Scope.PROMPT && scope.word().equals(word.text())) return Optional.of(scope);
        }
        var known = Arrays.stream(Scope.values()).filter(scope -> scope != Scope.PROMPT).map(Scope::word).toList();
        faults.add(file, word.place(), "there is no place called \"" + word.text() + "\"" + meant(word.text(), known));
        return Optional.empty();
    }

    private void section(Scope scope, ConfigNode.Mapping section, List<Binding> bindings) {
        var seen = new HashSet<Keystrokes>();
        for (var entry : section.entries()) {
            var spelled = Keystrokes.spelled(entry.name().text());
            if (spelled.isEmpty()) {
                faults.add(file, entry.name().place(), "\"" + entry.name().text() + "\" is no key that a terminal sends");
                continue;
            }
            var keys = spelled.get();
            if (!seen.add(keys)) faults.add(file, entry.name().place(), keys + " is bound twice in " + scope.word());
            places.note(scope, keys, entry.name().place());
            action(scope, entry.value()).ifPresent(action -> bindings.add(new Binding(scope, keys, action)));
        }
    }

    /// What a key does: inside, nothing for `none`; outside, nothing when that is wrong.
    private Optional<Optional<Action>> action(Scope scope, ConfigNode value) {
        if (!(value instanceof ConfigNode.Text name)) {
            faults.add(file, value.place(), "a key does one action, this is " + value.kind());
            return Optional.empty();
        }
        if (name.text().equals(NONE)) return Optional.of(Optional.empty());
        for (var action : Action.values()) {
            if (!action.actionName().equals(name.text())) continue;
            if (scope.sees(action.scope())) return Optional.of(Optional.of(action));
            faults.add(file, name.place(), name.text() + " is done in " + action.scope().word() + ", not in " + scope.word());
            return Optional.empty();
        }
        var known = Arrays.stream(Action.values()).map(Action::actionName).toList();
        faults.add(file, name.place(), "there is no action \"" + name.text() + "\"" + meant(name.text(), known));
        return Optional.empty();
    }

    private static String meant(String typed, List<String> known) {
        return Nearest.of(typed, known).map(near -> "; did you mean " + near + "?").orElse("");
    }
}
