package dev.davit.console.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keys that are pressed one after the other and mean something together; mostly it is one. Spelled with a blank between each two:
/// `j`, `g g`, `ctrl-x ctrl-c`.
public record Keystrokes(List<Key> keys) {
    public static final Keystrokes NONE = new Keystrokes(List.of());

    public Keystrokes {
        keys = List.copyOf(keys);
    }

    /// A single key.
    public static Keystrokes of(Key key) {
        return new Keystrokes(List.of(key));
    }

    /// The keys of this spelling; empty when one of them is none that a terminal sends.
    public static Optional<Keystrokes> spelled(String text) {
        var keys = new ArrayList<Key>();
        for (String word : text.strip().split(" +", -1)) {
            var key = Key.spelled(word);
            if (key.isEmpty()) return Optional.empty();
            keys.add(key.get());
        }
        return Optional.of(new Keystrokes(keys));
    }

    /// And this one after them.
    public Keystrokes and(Key key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return new Keystrokes(more);
    }

    public boolean isNone() {
        return keys.isEmpty();
    }

    /// Whether they are several.
    public boolean isSequence() {
        return keys.size() > 1;
    }

    /// Whether others go on where these end.
    public boolean begin(Keystrokes longer) {
        return longer.keys.size() > keys.size() && longer.keys.subList(0, keys.size()).equals(keys);
    }

    /// What is left when others that begin them have been pressed.
    public Keystrokes after(Keystrokes begun) {
        return new Keystrokes(keys.subList(begun.keys.size(), keys.size()));
    }

    /// By hand, as `hashCode`: a record's own are linked anew at every start, which no AOT cache keeps.
    @Override
    public boolean equals(Object other) {
        return other instanceof Keystrokes keystrokes && keystrokes.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    @Override
    public String toString() {
        return keys.size() == 1 ? keys.getFirst().name() : keys.stream().map(Key::name).collect(Collectors.joining(" "));
    }
}
