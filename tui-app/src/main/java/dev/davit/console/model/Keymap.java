package dev.davit.console.model;

import dev.davit.console.input.Key;
import dev.davit.console.input.Keystrokes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Which key does what, scope by scope, or several one after the other. A key of a scope hides the same key of a wider one.
/// Immutable.
public final class Keymap {
    /// The keys that [Action] names.
    public static final Keymap DEFAULT = ofActions();

    private final Map<Scope, Map<Keystrokes, Optional<Action>>> actions;
    private final List<UserCommand> commands;
    /// Every frame shows many keys, and looking for one goes through all bindings.
    private final Map<Meaning, List<String>> keys = new ConcurrentHashMap<>();

    private record Meaning(Scope scope, Action action) {
        /// By hand, as `hashCode`: a record's own are linked anew at every start, which no AOT cache keeps.
        @Override
        public boolean equals(Object other) {
            return other instanceof Meaning meaning && meaning.scope == scope && meaning.action == action;
        }

        @Override
        public int hashCode() {
            return 31 * scope.hashCode() + action.hashCode();
        }
    }

    private Keymap(Map<Scope, Map<Keystrokes, Optional<Action>>> actions, List<UserCommand> commands) {
        this.actions = actions;
        this.commands = List.copyOf(commands);
    }

    private static Keymap ofActions() {
        var bindings = new ArrayList<Binding>();
        for (var action : Action.values()) {
            for (String name : action.keys()) bindings.add(new Binding(action.scope(), Keystrokes.of(new Key(name)), Optional.of(action)));
        }
        return of(bindings);
    }

    /// Keys in a scope, and what they do.
    ///
    /// @param action none for keys that are to do nothing there, whatever they do in wider scopes
    public record Binding(Scope scope, Keystrokes keys, Optional<Action> action) {}

    /// Where keys mean something.
    public record Spot(Scope scope, Keystrokes keys) {}

    /// Keys that do something on a screen where longer ones begin with them: those could never be pressed to their end.
    public record Collision(Spot shorter, Spot longer) {}

    /// What may follow when a sequence has been begun.
    ///
    /// @param keys those that are left
    /// @param label what they do, in few words
    public record Following(Keystrokes keys, String label) {}

    /// What is meant by keys on a screen.
    private record Visible(Spot spot, String label) {}

    /// The keymap of these bindings alone. Of several for the same key in the same scope the last one counts; the keys of an
    /// action are shown in this order.
    public static Keymap of(List<Binding> bindings) {
        return new Keymap(Map.of(), List.of()).with(bindings);
    }

    /// This one with other bindings before its own: keys that they name mean what they say, and are shown first.
    public Keymap with(List<Binding> bindings) {
        var all = new EnumMap<Scope, Map<Keystrokes, Optional<Action>>>(Scope.class);
        for (var binding : bindings) {
            var keys = all.computeIfAbsent(binding.scope(), _ -> new LinkedHashMap<>());
            keys.remove(binding.keys());
            keys.put(binding.keys(), binding.action());
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

    /// The user's own command on keys.
    Optional<UserCommand> command(Scope scope, Keystrokes keys) {
        return commands.stream().filter(command -> command.scope() == scope && command.keys().equals(keys)).findFirst();
    }

    /// All bindings, in order.
    public List<Binding> bindings() {
        var bindings = new ArrayList<Binding>();
        actions.forEach((scope, all) -> all.forEach((keys, action) -> bindings.add(new Binding(scope, keys, action))));
        return bindings;
    }

    /// What keys do in a scope.
    public Optional<Action> action(Scope scope, Keystrokes keys) {
        for (var each : scope.chain()) {
            // what a scope says of keys may be that they do nothing
            var said = actions.getOrDefault(each, Map.of()).get(keys);
            if (said != null) return said;
        }
        return Optional.empty();
    }

    /// What may follow when these have been pressed in a scope; none when they begin no sequence.
    public List<Following> following(Scope scope, Keystrokes begun) {
        return visible(scope).entrySet().stream()
                .filter(entry -> begun.begin(entry.getKey()))
                .map(entry -> new Following(entry.getKey().after(begun), entry.getValue().label()))
                .toList();
    }

    /// Sequences that cannot be pressed to their end on some screen, each once.
    public List<Collision> collisions() {
        return Arrays.stream(Scope.values()).filter(Scope::isScreen).flatMap(screen -> collisions(visible(screen))).distinct().toList();
    }

    private static Stream<Collision> collisions(Map<Keystrokes, Visible> visible) {
        var longer = visible.values().stream().filter(each -> each.spot().keys().isSequence());
        return longer.flatMap(each -> visible.values().stream()
                .filter(other -> other.spot().keys().begin(each.spot().keys()))
                .map(other -> new Collision(other.spot(), each.spot())));
    }

    /// All that keys do in a scope, whichever scope says so.
    private Map<Keystrokes, Visible> visible(Scope scope) {
        var visible = new LinkedHashMap<Keystrokes, Visible>();
        for (var command : commands) {
            if (command.scope() == scope) visible.putIfAbsent(command.keys(), new Visible(new Spot(scope, command.keys()), command.name()));
        }
        var silent = new HashSet<Keystrokes>();
        for (var each : scope.chain()) {
            actions.getOrDefault(each, Map.of()).forEach((keys, action) -> {
                if (action.isEmpty()) silent.add(keys);
                else if (!silent.contains(keys)) visible.putIfAbsent(keys, new Visible(new Spot(each, keys), action.get().label()));
            });
        }
        return visible;
    }

    /// The keys of an action that are not hidden in a scope, the one to be shown first.
    public List<String> keys(Scope scope, Action action) {
        return keys.computeIfAbsent(new Meaning(scope, action), _ -> found(scope, action));
    }

    private List<String> found(Scope scope, Action action) {
        var keys = new ArrayList<String>();
        for (var each : scope.chain()) {
            for (var bound : actions.getOrDefault(each, Map.of()).entrySet()) {
                // the cheapest first: the first frame waits for it
                if (bound.getValue().isEmpty() || bound.getValue().get() != action) continue;
                var pressed = bound.getKey();
                if (command(scope, pressed).isPresent() || action(scope, pressed).filter(meant -> meant == action).isEmpty()) continue;
                if (!keys.contains(pressed.toString())) keys.add(pressed.toString());
            }
        }
        return List.copyOf(keys);
    }
}
