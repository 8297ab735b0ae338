package dev.davit.console.model;

import dev.davit.console.input.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which key does what, scope by scope. A key of a scope hides the same key of a wider one. Immutable.
public final class Keymap {
    /// The keys that [Action] names.
    public static final Keymap DEFAULT = ofActions();

    private final Map<Scope, Map<Key, Optional<Action>>> actions;
    private final List<UserCommand> commands;
    /// Every frame shows many keys, and looking for one goes through all bindings.
    private final Map<Meaning, List<String>> keys = new ConcurrentHashMap<>();

    private record Meaning(Scope scope, Action action) {}

    private Keymap(Map<Scope, Map<Key, Optional<Action>>> actions, List<UserCommand> commands) {
        this.actions = actions;
        this.commands = List.copyOf(commands);
    }

    private static Keymap ofActions() {
        var bindings = new ArrayList<Binding>();
        for (var action : Action.values()) {
            for (String name : action.keys()) bindings.add(new Binding(action.scope(), new Key(name), Optional.of(action)));
        }
        return of(bindings);
    }

    /// A key in a scope, and what it does.
    ///
    /// @param action none for a key that is to do nothing there, whatever it does in wider scopes
    public record Binding(Scope scope, Key key, Optional<Action> action) {}

    /// The keymap of these bindings alone. Of several for the same key in the same scope the last one counts; the keys of an
    /// action are shown in this order.
    public static Keymap of(List<Binding> bindings) {
        return new Keymap(Map.of(), List.of()).with(bindings);
    }

    /// This one with other bindings before its own: keys that they name mean what they say, and are shown first.
    public Keymap with(List<Binding> bindings) {
        var all = new EnumMap<Scope, Map<Key, Optional<Action>>>(Scope.class);
        for (var binding : bindings) {
            var keys = all.computeIfAbsent(binding.scope(), _ -> new LinkedHashMap<>());
            keys.remove(binding.key());
            keys.put(binding.key(), binding.action());
        }
        actions.forEach((scope, keys) -> keys.forEach((key, action) ->
                all.computeIfAbsent(scope, _ -> new LinkedHashMap<>()).putIfAbsent(key, action)));
        all.replaceAll((_, keys) -> Collections.unmodifiableMap(keys));
        return new Keymap(all, commands);
    }

    /// This one with commands of the user's own, whose keys go before all others.
    public Keymap running(List<UserCommand> own) {
        return new Keymap(actions, own);
    }

    /// The commands of the user's own.
    public List<UserCommand> commands() {
        return commands;
    }

    /// The user's own command on a key.
    Optional<UserCommand> command(Scope scope, Key key) {
        return commands.stream().filter(command -> command.scope() == scope && command.key().equals(key)).findFirst();
    }

    /// All bindings, in order.
    public List<Binding> bindings() {
        var bindings = new ArrayList<Binding>();
        actions.forEach((scope, keys) -> keys.forEach((key, action) -> bindings.add(new Binding(scope, key, action))));
        return bindings;
    }

    /// What a key does in a scope.
    public Optional<Action> action(Scope scope, Key key) {
        return scope.chain().stream().flatMap(each -> in(each, key).stream()).findFirst().flatMap(action -> action);
    }

    /// What a scope says of a key, which may be that it does nothing.
    private Optional<Optional<Action>> in(Scope scope, Key key) {
        return Optional.ofNullable(actions.getOrDefault(scope, Map.of()).get(key));
    }

    /// The keys of an action that are not hidden in a scope, the one to be shown first.
    public List<String> keys(Scope scope, Action action) {
        return keys.computeIfAbsent(new Meaning(scope, action), _ -> found(scope, action));
    }

    private List<String> found(Scope scope, Action action) {
        var keys = new ArrayList<String>();
        for (var each : scope.chain()) {
            actions.getOrDefault(each, Map.of()).keySet().stream()
                    .filter(key -> command(scope, key).isEmpty() && action(scope, key).filter(meant -> meant == action).isPresent())
                    .map(Key::name)
                    .filter(name -> !keys.contains(name))
                    .forEach(keys::add);
        }
        return List.copyOf(keys);
    }
}
