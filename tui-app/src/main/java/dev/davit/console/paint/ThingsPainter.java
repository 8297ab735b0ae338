package dev.davit.console.paint;

import dev.davit.console.model.Ages;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Screen;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Thing;
import dev.davit.format.Graphemes;
import dev.davit.format.Sizes;
import java.util.List;
import java.util.stream.Collectors;

/// The tables of images, networks and volumes.
final class ThingsPainter {
    private static final int LEAST_NAME = 16;

    private ThingsPainter() {}

    /// A column.
    ///
    /// @param right whether its texts end at its right side
    private record Column(String title, boolean right) {}

    static void paint(Canvas canvas, AppState state, Screen.Things things) {
        var layout = state.layout();
        var rows = state.rows(things);
        if (rows.isEmpty()) {
            empty(canvas, state, things);
            return;
        }
        int from = Math.min(things.view().top(), rows.size());
        var visible = rows.subList(from, Math.min(rows.size(), from + layout.bodyHeight()));
        var columns = columns(things.kind());
        var cells = visible.stream().map(row -> cells(state, row)).toList();
        var widths = widths(columns, cells, canvas.columns() - Columns.MARGIN);
        if (layout.hasTitles()) {
            var style = canvas.theme().style(Ink.TITLES);
            line(canvas, layout.titleRow(), columns, columns.stream().map(Column::title).toList(), widths, _ -> style);
        }
        for (int i = 0; i < visible.size(); i++) {
            int y = layout.bodyRow() + i;
            var row = visible.get(i);
            boolean cursor = things.view().selected().filter(row.key()::equals).isPresent();
            boolean busy = state.busy().containsKey(row.key());
            if (cursor) {
                canvas.fill(0, y, canvas.columns(), canvas.theme().selected(Ink.TEXT));
                canvas.put(0, y, canvas.signs().cursor(), canvas.theme().selected(Ink.KEY), 1);
            }
            if (things.view().marked().contains(row.key())) canvas.mark(y, cursor);
            line(canvas, y, columns, cells.get(i), widths, column -> {
                var ink = busy ? Ink.BUSY : column == 0 ? Ink.NAME : Ink.TEXT;
                return cursor ? canvas.theme().selected(ink) : canvas.theme().style(ink);
            });
        }
    }

    private static List<Column> columns(Kind kind) {
        return switch (kind) {
            case IMAGES -> List.of(
                    new Column("IMAGE", false), new Column("ID", false), new Column("SIZE", true), new Column("AGE", true),
                    new Column("USED BY", false));
            case NETWORKS -> List.of(
                    new Column("NETWORK", false), new Column("ID", false), new Column("DRIVER", false), new Column("SCOPE", false),
                    new Column("AGE", true), new Column("USED BY", false));
            case VOLUMES -> List.of(new Column("VOLUME", false), new Column("DRIVER", false), new Column("USED BY", false));
        };
    }

    private static List<String> cells(AppState state, Thing thing) {
        String users = state.users(thing).stream().map(ContainerRow::name).collect(Collectors.joining(", "));
        return switch (thing) {
            case Thing.Image image -> List.of(
                    image.name().isEmpty() ? "<none>" : image.name(), image.shortId(), Sizes.decimal(image.summary().size(), 3),
                    Ages.text(image.summary().created(), state.now()), users);
            case Thing.Network network -> List.of(
                    network.name(), shortened(network.summary().id()), network.summary().driver(), network.summary().scope(),
                    network.summary().created().map(created -> Ages.text(created, state.now())).orElse(""), users);
            case Thing.Volume volume -> List.of(volume.name(), volume.summary().driver(), users);
        };
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(12, id.length()));
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

    /// Which style a column has.
    private interface Inks {
        Style of(int column);
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

    private static void empty(Canvas canvas, AppState state, Screen.Things things) {
        boolean known = state.world().things(things.kind()).isKnown();
        boolean hidden = !state.world().things(things.kind()).rows().isEmpty();
        String first = !known
                ? "Asking for the " + things.kind().word() + " " + canvas.signs().ellipsis()
                : hidden ? "None of the " + things.kind().word() + " matches \"" + things.filter() + "\"." : "No " + things.kind().word() + ".";
        String second = !known ? "" : hidden ? "esc shows all again" : hint(things.kind());
        int y = state.layout().bodyRow() + Math.max(0, state.layout().bodyHeight() / 3);
        canvas.centred(y, first, Ink.TEXT);
        canvas.centred(y + 1, second, Ink.DIM);
    }

    private static String hint(Kind kind) {
        return switch (kind) {
            case IMAGES -> ":pull nginx  fetches one";
            case NETWORKS -> ":network create NAME  makes one";
            case VOLUMES -> ":volume create NAME  makes one";
        };
    }
}
