package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.ContainerTable;
import dev.davit.console.store.Thing;
import dev.davit.console.store.ThingTable;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Which rows of a table are shown.
final class RowFilter {
    private RowFilter() {}

    static List<ContainerRow> rows(Screen.Containers screen, ContainerTable table) {
        if (screen.all() && screen.filter().isEmpty()) return table.rows();
        return table.rows().stream()
                .filter(row -> screen.all() || row.state().canStop())
                .filter(row -> shows(screen.filter(), wanted -> contains(row, wanted)))
                .toList();
    }

    static List<Thing> rows(Screen.Things screen, ThingTable table) {
        if (screen.filter().isEmpty()) return table.rows();
        return table.rows().stream().filter(row -> shows(screen.filter(), wanted -> contains(row, wanted))).toList();
    }

    /// @param filter what a row must contain, in any case; after `!` what it must not
    private static boolean shows(String filter, Predicate<String> contains) {
        boolean inverse = filter.startsWith("!");
        String wanted = (inverse ? filter.substring(1) : filter).toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || contains.test(wanted) != inverse;
    }

    private static boolean contains(ContainerRow row, String wanted) {
        return row.name().toLowerCase(Locale.ROOT).contains(wanted)
                || row.summary().image().toLowerCase(Locale.ROOT).contains(wanted)
                || row.state().word().contains(wanted)
                || row.id().value().startsWith(wanted);
    }

    private static boolean contains(Thing row, String wanted) {
        return row.name().toLowerCase(Locale.ROOT).contains(wanted) || switch (row) {
            case Thing.Image image -> image.shortId().startsWith(wanted);
            case Thing.Network network -> network.summary().driver().contains(wanted) || network.summary().id().startsWith(wanted);
            case Thing.Volume volume -> volume.summary().driver().contains(wanted);
        };
    }
}
