package dev.davit.console.paint;

import dev.davit.console.model.Ages;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Order;
import dev.davit.console.model.Order.Column;
import dev.davit.console.model.Screen;
import dev.davit.console.store.ContainerRow;
import dev.davit.format.Graphemes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The table of containers.
final class ContainersPainter {
    /// The widths are looked up anew when the rows or the screen have changed.
    private @Nullable List<ContainerRow> measured;
    private int measuredWidth;
    private List<Column> measuredFor = List.of();
    private Columns columns = Columns.NONE;

    void paint(Canvas canvas, AppState state) {
        var layout = state.layout();
        var rows = state.rows();
        if (rows.isEmpty()) {
            empty(canvas, state);
            return;
        }
        var at = columns(canvas, rows, state.arrangement().columns());
        if (layout.hasTitles()) titles(canvas, layout.titleRow(), at, state.list());
        var selected = state.list().view().selected();
        int y = layout.bodyRow();
        for (var row : state.visibleRows()) {
            boolean cursor = selected.filter(id -> id.equals(row.id())).isPresent();
            new Line(canvas, state, at, y, cursor).paint(row);
            if (state.list().view().marked().contains(row.id())) canvas.mark(y, cursor);
            y++;
        }
    }

    /// What is ordered by the title in this column of the screen, as it was drawn last.
    Optional<Column> title(int x) {
        return columns.title(x);
    }

    private Columns columns(Canvas canvas, List<ContainerRow> rows, List<Column> shown) {
        if (measured == null || measuredWidth != canvas.columns() || !shown.equals(measuredFor) || !rows.equals(measured)) {
            columns = Columns.of(canvas.columns(), rows, shown, canvas.signs());
            measured = rows;
            measuredFor = shown;
            measuredWidth = canvas.columns();
        }
        return columns;
    }

    private static void empty(Canvas canvas, AppState state) {
        boolean hidden = !state.containers().rows().isEmpty();
        String filter = state.list().filter();
        String first = !state.containers().isKnown()
                ? "Connecting to the engine " + canvas.signs().ellipsis()
                : hidden && !filter.isEmpty() ? "No container matches \"" + filter + "\"." : hidden ? "No container runs." : "No containers.";
        String second = !state.containers().isKnown()
                ? ""
                : hidden && !filter.isEmpty() ? "esc shows all again" : hidden ? "a shows those that do not run" : ":run -d --name web nginx  starts one";
        int y = state.layout().bodyRow() + Math.max(0, state.layout().bodyHeight() / 3);
        canvas.centred(y, first, Ink.TEXT);
        canvas.centred(y + 1, second, Ink.DIM);
    }

    private static void titles(Canvas canvas, int y, Columns at, Screen.Containers list) {
        var order = list.order();
        var style = canvas.theme().style(Ink.TITLES);
        int x = Columns.MARGIN;
        x = left(canvas, x, y, title(canvas, "NAME", Column.NAME, order), style, at.of(Column.NAME));
        x = left(canvas, x, y, title(canvas, "ID", Column.ID, order), style, at.of(Column.ID));
        x = left(canvas, x, y, title(canvas, "IMAGE", Column.IMAGE, order), style, at.of(Column.IMAGE));
        x = left(canvas, x, y, title(canvas, "COMMAND", Column.COMMAND, order), style, at.of(Column.COMMAND));
        x = left(canvas, x, y, at.of(Column.STATE) > 1 ? title(canvas, "STATE", Column.STATE, order) : "", style, at.of(Column.STATE));
        x = right(canvas, x, y, title(canvas, "FOR", Column.AGE, order), style, at.of(Column.AGE));
        x = right(canvas, x, y, title(canvas, cpu(list, at.of(Column.CPU) >= 8), Column.CPU, order), style, at.of(Column.CPU));
        x = right(canvas, x, y, title(canvas, "MEMORY", Column.MEMORY, order), style, at.of(Column.MEMORY));
        x = right(canvas, x, y, title(canvas, "MEM%", Column.SHARE, order), style, at.of(Column.SHARE));
        x = left(canvas, x, y, title(canvas, "NETWORKS", Column.NETWORKS, order), style, at.of(Column.NETWORKS));
        left(canvas, x, y, title(canvas, "PORTS", Column.PORTS, order), style, at.of(Column.PORTS));
    }

    /// With its unit: of one core where nothing else is said, for that is what docker shows.
    private static String cpu(Screen.Containers list, boolean wide) {
        return switch (list.unit()) {
            case CORE -> wide && !list.order().isBy(Column.CPU) ? "CPU/CORE" : "CPU";
            case ALL -> wide ? "CPU/ALL" : "CPUS";
        };
    }

    private static String title(Canvas canvas, String word, Column column, Order order) {
        return Grid.title(word, order, column, canvas.signs());
    }

    /// @return where the next column begins
    private static int left(Canvas canvas, int x, int y, String text, Style style, int width) {
        if (width == 0) return x;
        canvas.put(x, y, text, style, width);
        return x + width + Columns.GAP;
    }

    /// A text that is longer by one has the gap before its column as well: an order's sign beside `FOR`, an age of 1000 days.
    private static int right(Canvas canvas, int x, int y, String text, Style style, int width) {
        if (width == 0) return x;
        canvas.putRight(x + width, y, text, style, width + 1);
        return x + width + Columns.GAP;
    }

    /// One row.
    private record Line(Canvas canvas, AppState state, Columns at, int y, boolean cursor) {
        private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

        void paint(ContainerRow row) {
            if (cursor) {
                canvas.fill(0, y, canvas.columns(), style(Ink.TEXT));
                canvas.put(0, y, canvas.signs().cursor(), style(Ink.KEY), 1);
            }
            boolean lives = row.state().canStop();
            int x = Columns.MARGIN;
            x = left(canvas, x, y, row.name(), style(lives ? Ink.NAME : Ink.ENDED), at.of(Column.NAME));
            x = left(canvas, x, y, row.id().abbreviated(), style(Ink.DIM), at.of(Column.ID));
            x = left(canvas, x, y, row.summary().image(), style(lives ? Ink.TEXT : Ink.ENDED), at.of(Column.IMAGE));
            x = left(canvas, x, y, row.summary().command(), style(lives ? Ink.TEXT : Ink.ENDED), at.of(Column.COMMAND));
            var cell = StateCell.of(row, state.busy().get(row.id().value()), canvas.signs());
            String words = at.of(Column.STATE) > 1 ? cell.sign() + " " + cell.words() : cell.sign();
            x = left(canvas, x, y, words, style(cell.ink()), at.of(Column.STATE));
            x = right(canvas, x, y, row.since().map(since -> Ages.text(since, state.now())).orElse(""), style(Ink.DIM), at.of(Column.AGE));
            x = figures(row, x);
            x = left(canvas, x, y, row.networks(), style(Ink.TEXT), at.of(Column.NETWORKS));
            ports(PortsCell.parts(row.ports(), canvas.signs()), x);
        }

        private void ports(List<PortsCell.Part> parts, int from) {
            left(canvas, from, y, PortsCell.text(parts), style(Ink.TEXT), at.of(Column.PORTS));
            if (!(state.connection() instanceof Connection.Connected connected && connected.here())) return;
            int x = from;
            for (var part : parts) {
                int width = Graphemes.width(part.text());
                if (part.isLink()) canvas.link(x, y, Math.min(width, from + at.of(Column.PORTS) - x), part.link());
                x += width + 1;
            }
        }

        private int figures(ContainerRow row, int from) {
            boolean runs = row.state().isRunning();
            var figures = runs ? state.samples().of(row.id()) : Optional.<dev.davit.console.store.SampleTable.Figures>empty();
            boolean fresh = state.connection() instanceof Connection.Connected;
            String none = runs ? "-" : "";
            var cpu = figures.map(f -> state.list().unit().shown(f)).orElse(OptionalDouble.empty());
            int x = from;
            x = right(
                    canvas, x, y, cpu.isPresent() ? percent(cpu.getAsDouble()) : none,
                    style(fresh && cpu.orElse(0) >= 80 ? Ink.PAUSED : ink(fresh, figures.isPresent())), at.of(Column.CPU));
            x = right(canvas, x, y, figures.map(f -> memory(f.memory().used())).orElse(none), style(ink(fresh, figures.isPresent())), at.of(Column.MEMORY));
            return right(
                    canvas, x, y, figures.map(f -> percent(f.memory().percent())).orElse(none),
                    style(fresh && figures.filter(f -> f.memory().percent() >= 80).isPresent() ? Ink.PAUSED : Ink.DIM), at.of(Column.SHARE));
        }

        private static Ink ink(boolean fresh, boolean known) {
            return fresh && known ? Ink.TEXT : Ink.DIM;
        }

        private Style style(Ink ink) {
            return cursor ? canvas.theme().selected(ink) : canvas.theme().style(ink);
        }

        private static String percent(double value) {
            return value >= 999.5 ? Math.round(value) + "%" : Tenths.of(value) + "%";
        }

        /// Three digits: what moves below them is noise in a list.
        private static String memory(long bytes) {
            double value = bytes;
            int unit = 0;
            while (value >= 1024 && unit < UNITS.size() - 1) {
                value /= 1024;
                unit++;
            }
            return (value < 100 ? Tenths.of(value) : Long.toString(Math.round(value))) + UNITS.get(unit);
        }
    }
}
