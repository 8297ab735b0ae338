package dev.davit.console.paint;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/// How a cell looks. The styles of a theme are made once, and so are their cells of ASCII, each when it is first drawn. For one thread.
final class Style {
    private static final int ASCII = 0x7f;

    private final TextColor foreground;
    private final TextColor background;
    private final EnumSet<SGR> modifiers;
    private final @Nullable Glyph[] ascii = new Glyph[ASCII];

    Style(TextColor foreground, TextColor background, EnumSet<SGR> modifiers) {
        this.foreground = foreground;
        this.background = background;
        this.modifiers = modifiers;
    }

    TextColor foreground() {
        return foreground;
    }

    TextColor background() {
        return background;
    }

    EnumSet<SGR> modifiers() {
        return modifiers;
    }

    /// The cell of a printable ASCII character.
    Glyph ascii(char c) {
        var known = ascii[c];
        if (known != null) return known;
        var made = new Glyph(Character.toString(c), 1, this);
        ascii[c] = made;
        return made;
    }

    Glyph blank() {
        return ascii(' ');
    }
}
