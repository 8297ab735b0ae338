package dev.davit.console.model;

import dev.davit.engine.container.TerminalSize;

/// What the rows of the screen are for. A list gets all but four: a header, its titles, a line for messages, the keys. On a
/// small screen they go one after the other: the list stays.
///
/// @param columns of the screen
/// @param rows of the screen
public record Layout(int columns, int rows) {

    /// The rows of a screen of this size.
    public static Layout of(TerminalSize size) {
        return new Layout(Math.max(1, size.columns()), Math.max(1, size.rows()));
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
        return Math.max(1, messageRow() - bodyRow() + (rows >= 2 ? 0 : 1));
    }
}
