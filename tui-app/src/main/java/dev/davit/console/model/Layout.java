package dev.davit.console.model;

import dev.davit.engine.container.TerminalSize;

/// What the rows of the screen are for. A list gets all but four: a header, its titles, a line for messages, the keys. On a
/// small screen they go one after the other: the list stays.
///
/// @param columns of the screen
/// @param rows of the screen
/// @param pane where details are shown of the row with the cursor
public record Layout(int columns, int rows, Pane pane) {
    /// On a screen as wide as this, details have room beside the list.
    private static final int WIDE = 120;
    /// On a narrower one they have room below it, if it has so many rows.
    private static final int HIGH = 16;
    private static final int MOST_COLUMNS = 72;

    /// Where details are shown.
    public enum Pane {
        NONE,
        BESIDE,
        BELOW
    }

    /// The rows of a screen of this size.
    public static Layout of(TerminalSize size) {
        return new Layout(Math.max(1, size.columns()), Math.max(1, size.rows()), Pane.NONE);
    }

    /// Whether there is a header, in the first row.
    public boolean hasHeader() {
        return rows >= 5;
    }

    /// Whether there are titles, above the list.
    public boolean hasTitles() {
        return rows >= 3;
    }

    /// Whether there are keys, in the last row.
    public boolean hasKeys() {
        return rows >= 6;
    }

    /// The row of messages; on the smallest screens it is the list's last row.
    public int messageRow() {
        return hasKeys() ? rows - 2 : rows - 1;
    }

    /// The row of the titles, whether there are any or not.
    public int titleRow() {
        return hasHeader() ? 1 : 0;
    }

    /// The first row of the list.
    public int bodyRow() {
        return titleRow() + (hasTitles() ? 1 : 0);
    }

    /// How many rows the list has, at least 1.
    public int bodyHeight() {
        return pane == Pane.BELOW ? wholeHeight() - belowHeight() : wholeHeight();
    }

    private int wholeHeight() {
        return Math.max(1, messageRow() - bodyRow() + (rows >= 2 ? 0 : 1));
    }

    /// Two of five rows, their title included.
    private int belowHeight() {
        return wholeHeight() * 2 / 5;
    }

    /// The same with room for details, where there is any.
    Layout withPane() {
        return new Layout(columns, rows, columns >= WIDE ? Pane.BESIDE : rows >= HIGH ? Pane.BELOW : Pane.NONE);
    }

    /// How many columns the list has.
    public int listColumns() {
        return pane == Pane.BESIDE ? columns - paneColumns() - 1 : columns;
    }

    /// How many columns details have.
    public int paneColumns() {
        return pane == Pane.BESIDE ? Math.min(MOST_COLUMNS, columns * 2 / 5) : columns;
    }

    /// Their first column.
    public int paneColumn() {
        return columns - paneColumns();
    }

    /// The row of their title.
    public int paneRow() {
        return pane == Pane.BESIDE ? titleRow() : bodyRow() + bodyHeight();
    }

    /// How many rows they have below their title.
    public int paneHeight() {
        return pane == Pane.BESIDE ? wholeHeight() : belowHeight() - 1;
    }
}
