package dev.davit.console.paint;

import dev.davit.console.model.Order.Column;
import dev.davit.console.store.ContainerRow;
import dev.davit.format.Graphemes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How wide the columns of the table are. A column of width 0 is not chosen, or has no room: of texts that have none the last
/// of [#TEXTS] is left out first.
final class Columns {
    static final int MARGIN = 2;
    static final int GAP = 2;
    /// Before anything was drawn.
    static final Columns NONE = new Columns(Map.of());

    private static final int LEAST_TEXT = 8;
    private static final int WIDE = 110;
    private static final int STATE = 12;
    private static final int ID = 12;
    /// Those that are as wide as their texts, if they can be.
    private static final List<Column> TEXTS = List.of(Column.NAME, Column.IMAGE, Column.PORTS, Column.NETWORKS, Column.COMMAND);

    private final Map<Column, Integer> widths;

    private Columns(Map<Column, Integer> widths) {
        this.widths = widths;
    }

    /// Chosen so that the rows' texts fit, or else are cut evenly.
    ///
    /// @param shown those that are chosen
    static Columns of(int width, List<ContainerRow> rows, List<Column> shown, Signs signs) {
        var widths = new EnumMap<Column, Integer>(Column.class);
        for (var column : shown) widths.put(column, fixed(column, width));
        int room = width - MARGIN - widths.values().stream().mapToInt(Columns::taken).sum();
        int texts = 0;
        for (var column : TEXTS) {
            if (!shown.contains(column) || (texts > 0 && room < (texts + 1) * (LEAST_TEXT + GAP))) continue;
            widths.put(column, rows.stream().mapToInt(row -> text(column, row, signs)).reduce(title(column), Math::max));
            texts++;
        }
        fit(widths, room - (texts - 1) * GAP);
        return new Columns(widths);
    }

    private static int fixed(Column column, int width) {
        return switch (column) {
            case STATE -> width >= 24 ? STATE : 1;
            case AGE -> width >= 40 ? 3 : 0;
            case CPU -> width >= WIDE ? 8 : width >= 48 ? 6 : 0;
            case MEMORY -> width >= 56 ? 8 : 0;
            case SHARE -> width >= WIDE ? 5 : 0;
            case ID -> width >= 64 ? ID : 0;
            case NAME, IMAGE, COMMAND, NETWORKS, PORTS, SIZE, DRIVER, SCOPE, USERS -> 0;
        };
    }

    /// Of columns that can be that narrow, with room for the order's sign.
    private static int title(Column column) {
        return column.word().length() + (column == Column.NETWORKS || column == Column.COMMAND ? 1 : 0);
    }

    private static int text(Column column, ContainerRow row, Signs signs) {
        return switch (column) {
            case NAME -> Graphemes.width(row.name());
            case IMAGE -> Graphemes.width(row.summary().image());
            case COMMAND -> Graphemes.width(row.summary().command());
            case NETWORKS -> Graphemes.width(row.networks());
            case PORTS -> row.ports().isEmpty() ? 0 : PortsCell.text(PortsCell.parts(row.ports(), signs)).length();
            case STATE, AGE, CPU, MEMORY, SHARE, ID, SIZE, DRIVER, SCOPE, USERS -> 0;
        };
    }

    /// What is too much is taken from the widest text, again and again.
    private static void fit(Map<Column, Integer> widths, int room) {
        int sum = TEXTS.stream().mapToInt(column -> widths.getOrDefault(column, 0)).sum();
        for (; sum > room; sum--) {
            var widest = Column.NAME;
            for (var column : TEXTS) if (widths.getOrDefault(column, 0) >= widths.getOrDefault(widest, 0)) widest = column;
            if (widths.getOrDefault(widest, 0) <= 1) return;
            widths.merge(widest, -1, Integer::sum);
        }
        int rest = room - sum;
        // what is left over widens the gaps of the texts a little, and the ports take the rest
        int more = Math.min(rest / 3, 8);
        widths.computeIfPresent(Column.NAME, (_, width) -> width + more);
        widths.computeIfPresent(Column.IMAGE, (_, width) -> width == 0 ? 0 : width + more);
        widths.computeIfPresent(Column.PORTS, (_, width) -> width == 0 ? 0 : width + rest - 2 * more);
    }

    /// What is ordered by the title in this column of the screen.
    Optional<Column> title(int x) {
        var columns = Column.ofContainers();
        var at = Grid.column(columns.stream().mapToInt(this::of).toArray(), x);
        return at.isPresent() ? Optional.of(columns.get(at.getAsInt())) : Optional.empty();
    }

    private static int taken(int column) {
        return column == 0 ? 0 : column + GAP;
    }

    /// How wide one is.
    int of(Column column) {
        return widths.getOrDefault(column, 0);
    }
}
