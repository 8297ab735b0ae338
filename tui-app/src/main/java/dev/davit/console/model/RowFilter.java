package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerTable;
import java.util.List;
import java.util.Locale;

/// Which rows of the table are shown.
///
/// @param all also those that do not run
/// @param text what a row must contain, in lower case; after `!` what it must not
record RowFilter(boolean all, String text) {

    static RowFilter of(Screen.Containers screen) {
        return new RowFilter(screen.all(), screen.filter().toLowerCase(Locale.ROOT));
    }

    List<ContainerRow> rows(ContainerTable table) {
        if (all && text.isEmpty()) return table.rows();
        return table.rows().stream().filter(this::shows).toList();
    }

    private boolean shows(ContainerRow row) {
        if (!all && !row.state().canStop()) return false;
        boolean inverse = text.startsWith("!");
        String wanted = inverse ? text.substring(1) : text;
        return wanted.isEmpty() || contains(row, wanted) != inverse;
    }

    private static boolean contains(ContainerRow row, String wanted) {
        return row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.summary().image().toLowerCase(Locale.ROOT).contains(wanted)
                || row.state().word().contains(wanted)
                || row.id().value().startsWith(wanted);
    }
}
