package dev.davit.console.input;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A key, spelled as keymaps do: `j`, `G`, `:`, `space`, `enter`, `esc`, `up`, `pgdn`, `f5`, `ctrl-c`, `alt-x`, `shift-tab`.
///
/// @param name its spelling
public record Key(String name) {
    public static final Key ENTER = new Key("enter");
    public static final Key ESCAPE = new Key("esc");
    public static final Key TAB = new Key("tab");
    public static final Key BACKSPACE = new Key("backspace");

    private static final Set<String> NAMES = Set.of(
            "space", "enter", "esc", "tab", "backspace", "up", "down", "left", "right", "home", "end", "pgup", "pgdn", "insert", "delete",
            "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12");
    private static final List<String> MODIFIERS = List.of("ctrl-", "alt-", "shift-");

    /// The key of this spelling, modifiers in any order; empty when no terminal sends such a key.
    public static Optional<Key> spelled(String text) {
        var given = new HashSet<String>();
        String rest = text;
        for (var next = modifier(rest); next.isPresent(); next = modifier(rest)) {
            if (!given.add(next.get())) return Optional.empty();
            rest = rest.substring(next.get().length());
        }
        boolean named = NAMES.contains(rest);
        boolean typed = rest.codePointCount(0, rest.length()) == 1 && !Character.isISOControl(rest.codePointAt(0)) && !rest.isBlank();
        if (!named && !typed) return Optional.empty();
        // a letter's capital is a letter of its own, and few others have a control character
        if (typed && given.contains("shift-")) return Optional.empty();
        if (typed && given.contains("ctrl-") && "abcdefghijklmnopqrstuvwxyz\\]^_".indexOf(rest) < 0) return Optional.empty();
        var name = new StringBuilder();
        MODIFIERS.stream().filter(given::contains).forEach(name::append);
        return Optional.of(new Key(name.append(rest).toString()));
    }

    private static Optional<String> modifier(String text) {
        return MODIFIERS.stream().filter(modifier -> text.startsWith(modifier) && text.length() > modifier.length()).findFirst();
    }

    /// What it types, if it types anything.
    public Optional<String> text() {
        if (name.equals("space")) return Optional.of(" ");
        return name.codePointCount(0, name.length()) == 1 ? Optional.of(name) : Optional.empty();
    }

    /// The key that types this character.
    static Key typing(int point) {
        return new Key(point == ' ' ? "space" : Character.toString(point));
    }

    /// With alt behind ctrl, as all modifiers stand.
    Key withAlt() {
        return name.startsWith("ctrl-") ? new Key("ctrl-alt-" + name.substring("ctrl-".length())) : with("alt-");
    }

    Key with(String modifiers) {
        return modifiers.isEmpty() ? this : new Key(modifiers + name);
    }

    /// By hand, as [#hashCode]: a record's own are linked anew at every start, which no AOT cache keeps.
    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && key.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
