package dev.davit.console.paint;

import dev.davit.console.model.Ages;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Order;
import dev.davit.console.model.Screen;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Thing;
import dev.davit.format.Sizes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tables of images, networks and volumes.
final class ThingsPainter {
    private List<Order.Column> drawn = List.of();
    private int[] widths = {};

    void paint(Canvas canvas, AppState state, Screen.Things things) {
        var layout = state.layout();
        var rows = state.rows(things);
        if (rows.isEmpty()) {
            empty(canvas, state, things);
            return;
        }
        int from = Math.min(things.view().top(), rows.size());
        var visible = rows.subList(from, Math.min(rows.size(), from + layout.bodyHeight()));
        var lines = visible.stream().map(row -> new Grid.Line(
                cells(state, row), things.view().selected().filter(row.key()::equals).isPresent(), things.view().marked().contains(row.key()),
                state.busy().containsKey(row.key()))).toList();
        drawn = Order.Column.of(things.kind());
        widths = Grid.paint(canvas, layout, drawn.stream().map(column -> titled(canvas, things.kind(), state.order(), column)).toList(), lines);
    }

    /// What is ordered by the title in this column of the screen, as it was drawn last.
    Optional<Order.Column> title(int x) {
        var at = Grid.column(widths, x);
        return at.isPresent() ? Optional.of(drawn.get(at.getAsInt())) : Optional.empty();
    }

    private static Grid.Column titled(Canvas canvas, Kind kind, Order order, Order.Column column) {
        boolean figure = column == Order.Column.SIZE || column == Order.Column.AGE;
        return new Grid.Column(Grid.title(word(kind, column), order, column, canvas.signs()), figure);
    }

    private static String word(Kind kind, Order.Column column) {
        if (column == Order.Column.USERS) return "USED BY";
        if (column != Order.Column.NAME) return column.word().toUpperCase(Locale.ROOT);
        return switch (kind) {
            case IMAGES -> "IMAGE";
            case NETWORKS -> "NETWORK";
            case VOLUMES -> "VOLUME";
        };
    }

    /// One for each of [Order.Column#of].
    private static List<String> cells(AppState state, Thing thing) {
        String users = state.users(thing).stream().map(ContainerRow::name).collect(Collectors.joining(", "));
        return switch (thing) {
            case Thing.Image image -> List.of(
                    image.name().isEmpty() ? "<none>" : image.name(), image.shortId(), size(state, image),
                    Ages.text(image.summary().created(), state.now()), users);
            case Thing.Network network -> List.of(
                    network.name(), shortened(network.summary().id()), network.summary().driver(), network.summary().scope(),
                    network.summary().created().map(created -> Ages.text(created, state.now())).orElse(""), users);
            case Thing.Volume volume -> List.of(volume.name(), volume.summary().driver(), size(state, volume), users);
        };
    }

    /// Nothing where it is not known.
    private static String size(AppState state, Thing thing) {
        var bytes = state.size(thing);
        return bytes.isPresent() ? Sizes.decimal(bytes.getAsLong(), 3) : "";
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(12, id.length()));
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
