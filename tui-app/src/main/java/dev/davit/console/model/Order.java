package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.SampleTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// In which order a table shows containers.
///
/// @param column by which; none: as the engine's table has them, those that run first
/// @param reversed whether the other way round
public record Order(Optional<Column> column, boolean reversed) {
    /// As the table has them.
    public static final Order GIVEN = new Order(Optional.empty(), false);

    /// What rows can be ordered by. Figures and ages begin with the largest, texts with the first letter.
    public enum Column {
        NAME("name"),
        IMAGE("image"),
        STATE("state"),
        AGE("age"),
        CPU("CPU"),
        MEMORY("memory");

        private final String word;

        Column(String word) {
            this.word = word;
        }

        /// Its name in a sentence.
        String word() {
            return word;
        }
    }

    /// By the next column; after the last one as the table has them.
    Order next() {
        var columns = List.of(Column.values());
        int index = column.map(columns::indexOf).orElse(-1) + 1;
        return index == columns.size() ? GIVEN : new Order(Optional.of(columns.get(index)), false);
    }

    /// By this column; where it is that already, the other way round.
    Order by(Column wanted) {
        return column.filter(by -> by == wanted).isPresent() ? turned() : new Order(Optional.of(wanted), false);
    }

    Order turned() {
        return new Order(column, !reversed);
    }

    /// Whether figures must be known of all that runs, not only of what somebody sees.
    boolean needsFigures() {
        return column.filter(by -> by == Column.CPU || by == Column.MEMORY).isPresent();
    }

    /// In words: `ordered by name`, `ordered by memory, the smallest first`.
    String words() {
        if (column.isEmpty()) return reversed ? "the other way round" : "in the usual order";
        boolean figures = needsFigures() || column.get() == Column.AGE;
        String turned = figures ? column.get() == Column.AGE ? "the oldest first" : "the least first" : "backwards";
        return "ordered by " + column.get().word() + (reversed ? ", " + turned : "");
    }

    List<ContainerRow> of(List<ContainerRow> rows, SampleTable.Snapshot samples) {
        if (column.isEmpty()) return reversed ? rows.reversed() : rows;
        var comparator = comparator(column.get(), samples);
        return rows.stream().sorted(reversed ? comparator.reversed() : comparator).toList();
    }

    private static Comparator<ContainerRow> comparator(Column by, SampleTable.Snapshot samples) {
        return switch (by) {
            case NAME -> Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT));
            case IMAGE -> Comparator.comparing(row -> row.summary().image().toLowerCase(Locale.ROOT));
            case STATE -> Comparator.comparing(ContainerRow::state);
            case AGE -> Comparator.comparing((ContainerRow row) -> row.since().orElse(row.summary().created())).reversed();
            case CPU -> Comparator.comparingDouble(row -> -samples.of(row.id()).map(SampleTable.Figures::cpuPercent).orElse(-1.0));
            case MEMORY -> Comparator.comparingLong(row -> -samples.of(row.id()).map(figures -> figures.memory().used()).orElse(-1L));
        };
    }
}
