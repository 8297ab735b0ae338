package dev.davit.console.model;

import dev.davit.console.input.Key;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which key does what, scope by scope. A key of a scope hides the same key of a wider one.
public final class Keymap {
    /// The keys that [Action] names.
    public static final Keymap DEFAULT = new Keymap();

    private final Map<Scope, Map<Key, Action>> actions = new EnumMap<>(Scope.class);

    private Keymap() {
        for (var scope : Scope.values()) actions.put(scope, new HashMap<>());
        for (var action : Action.values()) {
            for (String name : action.keys()) bind(action.scope(), new Key(name), action);
        }
    }

    private void bind(Scope scope, Key key, Action action) {
        var before = actions.computeIfAbsent(scope, _ -> new HashMap<>()).put(key, action);
        if (before != null) throw new IllegalStateException(key + " is bound to " + before + " and to " + action);
    }

    /// What a key does in a scope.
    public Optional<Action> action(Scope scope, Key key) {
        return scope.chain().stream().flatMap(each -> in(each, key).stream()).findFirst();
    }

    private Optional<Action> in(Scope scope, Key key) {
        return Optional.ofNullable(actions.getOrDefault(scope, Map.of()).get(key));
    }

    /// The keys of an action that are not hidden in a scope, the one to be shown first.
    public List<String> keys(Scope scope, Action action) {
        var keys = new ArrayList<String>();
        for (String key : action.keys()) {
            if (action(scope, new Key(key)).filter(meant -> meant == action).isPresent()) keys.add(key);
        }
        return keys;
    }
}
