package dev.davit.console.paint;

import com.googlecode.lanterna.TextCharacter;
import dev.davit.format.Graphemes;
import java.util.Objects;

/// One cell: a whole grapheme, with the width that [Graphemes] gives it. Lanterna's own idea of widths is not used: it takes
/// a letter with an accent for two columns and some emoji for one.
final class Glyph extends TextCharacter {
    private static final long serialVersionUID = 1L;

    private final String grapheme;
    private final int columns;
    private final transient Style style;
    private final String link;

    /// @param columns 1 or 2
    Glyph(String grapheme, int columns, Style style) {
        this(grapheme, columns, style, "");
    }

    @SuppressWarnings("deprecation") // what is to be used instead makes no subtypes
    private Glyph(String grapheme, int columns, Style style, String link) {
        super(' ', style.foreground(), style.background(), style.modifiers());
        this.grapheme = grapheme;
        this.columns = columns;
        this.style = style;
        this.link = link;
    }

    /// The same as a part of a link.
    Glyph linked(String target) {
        return new Glyph(grapheme, columns, style, target);
    }

    /// Where it leads; empty when nowhere.
    String link() {
        return link;
    }

    Style style() {
        return style;
    }

    int columns() {
        return columns;
    }

    @Override
    public String getCharacterString() {
        return grapheme;
    }

    @Override
    public boolean isDoubleWidth() {
        return columns == 2;
    }

    /// What Lanterna puts in place of a wide character that was half overwritten.
    @Override
    public TextCharacter withCharacter(char c) {
        return style.ascii(c);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Glyph glyph && glyph.style == style && glyph.columns == columns && glyph.grapheme.equals(grapheme) && glyph.link.equals(link));
    }

    @Override
    public int hashCode() {
        return Objects.hash(grapheme, columns);
    }
}
