package dev.davit.console.paint;

import com.googlecode.lanterna.screen.ScreenBuffer;
import dev.davit.format.Graphemes;
import dev.davit.format.SafeText;

/// A buffer to draw on. Whatever is drawn is made safe first and cut where the room ends; places outside are no error.
final class Canvas {
    private final ScreenBuffer buffer;
    private final int columns;
    private final int rows;
    private final Theme theme;
    private final Signs signs;
    private final boolean links;

    /// @param links whether the terminal knows links
    Canvas(ScreenBuffer buffer, Theme theme, Signs signs, boolean links) {
        this(buffer, buffer.getSize().getColumns(), theme, signs, links);
    }

    private Canvas(ScreenBuffer buffer, int columns, Theme theme, Signs signs, boolean links) {
        this.buffer = buffer;
        this.columns = columns;
        this.rows = buffer.getSize().getRows();
        this.theme = theme;
        this.signs = signs;
        this.links = links;
    }

    /// The first columns of it alone.
    Canvas narrowed(int width) {
        return width == columns ? this : new Canvas(buffer, Math.min(width, columns), theme, signs, links);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    Theme theme() {
        return theme;
    }

    Signs signs() {
        return signs;
    }

    /// Draws a text.
    ///
    /// @param room the most columns; a longer text ends in an ellipsis
    /// @return the column behind it
    int put(int column, int row, String text, Style style, int room) {
        int end = Math.min(columns, column + Math.max(0, room));
        String safe = SafeText.line(text);
        if (row < 0 || row >= rows || column >= end) return column;
        if (Graphemes.isAscii(safe)) return ascii(column, row, safe, style, end);
        int at = column;
        boolean cut = Graphemes.width(safe) > end - column;
        int last = cut ? end - 1 : end;
        for (var piece : Graphemes.of(safe)) {
            if (at + piece.columns() > last) break;
            set(at, row, glyph(piece, style));
            at += piece.columns();
        }
        return cut ? ellipsis(at, row, style) : at;
    }

    private int ascii(int column, int row, String text, Style style, int end) {
        boolean cut = text.length() > end - column;
        int last = cut ? end - 1 : column + text.length();
        for (int at = column; at < last; at++) set(at, row, style.ascii(text.charAt(at - column)));
        return cut ? ellipsis(last, row, style) : last;
    }

    private int ellipsis(int at, int row, Style style) {
        set(at, row, new Glyph(signs.ellipsis(), 1, style));
        return at + 1;
    }

    /// Draws a text so that it ends before a column.
    void putRight(int end, int row, String text, Style style, int room) {
        int width = Math.min(room, Graphemes.width(SafeText.line(text)));
        put(end - width, row, text, style, width);
    }

    /// Draws a text in the middle of a row.
    void centred(int row, String text, Ink ink) {
        put(Math.max(0, (columns - Graphemes.width(text)) / 2), row, text, theme.style(ink), columns);
    }

    /// Fills a part of a row with blanks.
    void fill(int column, int row, int width, Style style) {
        if (row < 0 || row >= rows) return;
        for (int at = Math.max(0, column); at < Math.min(columns, column + width); at++) set(at, row, style.blank());
    }

    /// Draws the mark of a row, beside the cursor's place.
    void mark(int row, boolean cursor) {
        put(1, row, signs.mark(), cursor ? theme.selected(Ink.KEY) : theme.style(Ink.KEY), 1);
    }

    /// Makes what is drawn there a link, where the terminal knows such.
    ///
    /// @param target without control characters
    void link(int column, int row, int width, String target) {
        if (!links || row < 0 || row >= rows) return;
        for (int at = Math.max(0, column); at < Math.min(columns, column + width); at++) {
            if (buffer.getCharacterAt(at, row) instanceof Glyph glyph) set(at, row, glyph.linked(target));
        }
    }

    private static Glyph glyph(Graphemes.Piece piece, Style style) {
        char first = piece.text().charAt(0);
        return piece.text().length() == 1 && first >= ' ' && first < 0x7f
                ? style.ascii(first)
                : new Glyph(piece.text(), piece.columns(), style);
    }

    private void set(int column, int row, Glyph glyph) {
        if (column >= 0 && column < columns) buffer.setCharacterAt(column, row, glyph);
    }
}
