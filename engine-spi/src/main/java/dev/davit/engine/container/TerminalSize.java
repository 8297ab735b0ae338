package dev.davit.engine.container;

/// A terminal's size in character cells.
///
/// @param columns at least 1; 0 where a terminal does not know its size
/// @param rows at least 1; 0 where a terminal does not know its size
public record TerminalSize(int columns, int rows) {
    private static final TerminalSize USUAL = new TerminalSize(80, 24);

    /// What a terminal says that does not know its size.
    public static final TerminalSize UNKNOWN = new TerminalSize(0, 0);

    /// This one, or the usual 80 by 24 where it is not known.
    public TerminalSize orUsual() {
        return columns > 0 && rows > 0 ? this : USUAL;
    }

    /// By hand, as [#hashCode]: a record's own are linked anew at every start, which no AOT cache keeps.
    @Override
    public boolean equals(Object other) {
        return other instanceof TerminalSize size && size.columns == columns && size.rows == rows;
    }

    @Override
    public int hashCode() {
        return 31 * columns + rows;
    }
}
