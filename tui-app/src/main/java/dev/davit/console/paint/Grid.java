package dev.davit.console.paint;

import dev.davit.console.model.Layout;
import dev.davit.console.model.Order;
import dev.davit.format.Graphemes;
import java.util.List;
import java.util.OptionalInt;

/// Rows of texts below titles, in columns as wide as what is seen.
final class Grid {
    private static final int LEAST_NAME = 16;

    private Grid() {}

    /// A column.
    ///
    /// @param right whether its texts end at its right side
    record Column(String title, boolean right) {}

    /// A row.
    ///
    /// @param texts one for each column
    /// @param cursor whether the cursor is on it
    record Line(List<String> texts, boolean cursor, boolean marked, boolean busy) {}

    /// With a sign where the order comes from: down for what begins with the first or the largest.
    static String title(String word, Order order, Order.Column column, Signs signs) {
        return order.isBy(column) ? word + (order.reversed() ? signs.up() : signs.down()) : word;
    }

    /// @param lines those that are seen
    /// @return how wide the columns are; 0 for one that has no room
    static int[] paint(Canvas canvas, Layout layout, List<Column> columns, List<Line> lines) {
        var widths = widths(columns, lines.stream().map(Line::texts).toList(), canvas.columns() - Columns.MARGIN);
        if (layout.hasTitles()) {
            var style = canvas.theme().style(Ink.TITLES);
            line(canvas, layout.titleRow(), columns, columns.stream().map(Column::title).toList(), widths, _ -> style);
        }
        int y = layout.bodyRow();
        for (var line : lines) {
            if (line.cursor()) {
                canvas.fill(0, y, canvas.columns(), canvas.theme().selected(Ink.TEXT));
                canvas.put(0, y, canvas.signs().cursor(), canvas.theme().selected(Ink.KEY), 1);
            }
            if (line.marked()) canvas.mark(y, line.cursor());
            line(canvas, y, columns, line.texts(), widths, column -> {
                var ink = line.busy() ? Ink.BUSY : column == 0 ? Ink.NAME : Ink.TEXT;
                return line.cursor() ? canvas.theme().selected(ink) : canvas.theme().style(ink);
            });
            y++;
        }
        return widths;
    }

    /// Which column stands in this one of the screen.
    ///
    /// @param widths as [#paint] gave them
    static OptionalInt column(int[] widths, int x) {
        int from = Columns.MARGIN;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) continue;
            if (x >= from && x < from + widths[i]) return OptionalInt.of(i);
            from += widths[i] + Columns.GAP;
        }
        return OptionalInt.empty();
    }

    /// Which style a column has.
    private interface Inks {
        Style of(int column);
    }

    /// As wide as the texts; what is too much goes from the last column, then from the first, then columns are left out.
    private static int[] widths(List<Column> columns, List<List<String>> cells, int room) {
        int[] widths = new int[columns.size()];
        int whole = -Columns.GAP;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).title().length();
            for (var row : cells) widths[i] = Math.max(widths[i], Graphemes.width(row.get(i)));
            whole += widths[i] + Columns.GAP;
        }
        int last = widths.length - 1;
        whole -= cut(widths, last, columns.get(last).title().length(), whole - room);
        whole -= cut(widths, 0, LEAST_NAME, whole - room);
        for (int i = last; i > 0 && whole > room; i--) {
            whole -= widths[i] + Columns.GAP;
            widths[i] = 0;
        }
        cut(widths, 0, 1, whole - room);
        return widths;
    }

    private static int cut(int[] widths, int column, int least, int tooMuch) {
        int cut = Math.clamp(tooMuch, 0, Math.max(0, widths[column] - least));
        widths[column] -= cut;
        return cut;
    }

    private static void line(Canvas canvas, int y, List<Column> columns, List<String> texts, int[] widths, Inks inks) {
        int x = Columns.MARGIN;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) continue;
            if (columns.get(i).right()) canvas.putRight(x + widths[i], y, texts.get(i), inks.of(i), widths[i]);
            else canvas.put(x, y, texts.get(i), inks.of(i), widths[i]);
            x += widths[i] + Columns.GAP;
        }
    }
}
