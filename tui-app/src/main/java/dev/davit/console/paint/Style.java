package dev.davit.console.paint;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;

/// How a cell looks. The styles of a theme are made once, and so are their cells of ASCII.
final class Style {
    private static final int ASCII = 0x7f;

    private final TextColor foreground;
    private final TextColor background;
    private final EnumSet<SGR> modifiers;
    private final Glyph[] ascii = new Glyph[ASCII];

    Style(TextColor foreground, TextColor background, EnumSet<SGR> modifiers) {
        this.foreground = foreground;
        this.background = background;
        this.modifiers = modifiers;
        for (char c = ' '; c < ASCII; c++) ascii[c] = new Glyph(Character.toString(c), 1, this);
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
        return ascii[c];
    }

    Glyph blank() {
        return ascii[' '];
    }
}
