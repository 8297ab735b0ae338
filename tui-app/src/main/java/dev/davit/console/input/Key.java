package dev.davit.console.input;

import java.util.Optional;

/// A key, spelled as keymaps do: `j`, `G`, `:`, `space`, `enter`, `esc`, `up`, `pgdn`, `f5`, `ctrl-c`, `alt-x`, `shift-tab`.
///
/// @param name its spelling
public record Key(String name) {
    public static final Key ENTER = new Key("enter");
    public static final Key ESCAPE = new Key("esc");
    public static final Key TAB = new Key("tab");
    public static final Key BACKSPACE = new Key("backspace");

    /// What it types, if it types anything.
    public Optional<String> text() {
        if (name.equals("space")) return Optional.of(" ");
        return name.codePointCount(0, name.length()) == 1 ? Optional.of(name) : Optional.empty();
    }

    /// The key that types this character.
    static Key typing(int point) {
        return new Key(point == ' ' ? "space" : Character.toString(point));
    }

    Key with(String modifiers) {
        return modifiers.isEmpty() ? this : new Key(modifiers + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
