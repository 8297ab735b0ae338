package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Screen;
import dev.davit.console.store.CpuUnit;
import dev.davit.console.store.Curve;
import dev.davit.console.store.History;
import dev.davit.console.store.Hour;
import dev.davit.console.store.SampleTable.Figures;
import dev.davit.console.store.Series;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/// One container's figures: a graph for each series, the newest at the right. Where there is no room for that, a line for each.
final class StatsPainter {
    /// From here on graphs stand side by side.
    private static final int WIDE = 130;
    /// Columns for the scale before a graph.
    private static final int SCALE = 9;
    /// Rows that a graph has at least: its text, and one of columns.
    private static final int LEAST = 2;

    private static final int LABEL = 8;
    private static final int NOW = 7;
    private static final int EXTREME = 6;
    /// As far as the titles of these.
    private static final int NAME = LABEL + NOW - 5;
    /// Where the graph of a line begins.
    private static final int LINE_GRAPH = 1 + LABEL + 1 + NOW + EXTREME + EXTREME + 1;

    private final Canvas canvas;
    private final AppState state;
    private final Screen.Stats stats;
    private final History shown;
    private final CpuUnit unit;
    private final Ink ink;

    private StatsPainter(Canvas canvas, AppState state, Screen.Stats stats) {
        this.canvas = canvas;
        this.state = state;
        this.stats = stats;
        this.shown = stats.shown();
        this.unit = state.list().unit();
        boolean runs = state.containers().find(stats.id()).filter(row -> row.state().isRunning()).isPresent();
        this.ink = runs && state.connection() instanceof Connection.Connected ? Ink.NAME : Ink.DIM;
    }

    static void paint(Canvas canvas, AppState state, Screen.Stats stats) {
        new StatsPainter(canvas, state, stats).paint();
    }

    private void paint() {
        int height = state.layout().bodyHeight();
        int all = Series.values().length;
        boolean wide = canvas.columns() >= WIDE && height >= LEAST * ((all + 1) / 2);
        if (stats.history().figures().isEmpty()) {
            title("");
            canvas.put(1, state.layout().bodyRow() + 1, ink == Ink.DIM ? "It does not run." : "Nothing yet.", style(Ink.DIM), canvas.columns());
        } else if (wide) {
            pairs();
        } else if (height >= LEAST * all) {
            column();
        } else {
            lines();
        }
    }

    /// Its name and state, and how much time is shown.
    private void title(String right) {
        if (!state.layout().hasTitles()) return;
        TitleRow.container(canvas, state, stats.id(), stats.name());
        canvas.putRight(canvas.columns() - 1, state.layout().titleRow(), right, style(Ink.DIM), canvas.columns() / 2);
    }

    private String shown(int columns) {
        int each = stats.zoom().each();
        String means = " means of " + Hour.SECONDS + "s";
        String ofMeans = each == 1 ? ", in" + means : ", highest of " + each + means;
        String ofSamples = each == 1 ? "" : ", a column is the highest of " + each;
        return "last " + span(columns) + (stats.zoom().means() ? ofMeans : ofSamples);
    }

    private String span(int columns) {
        Duration span = shown.span(columns, stats.zoom().each());
        long seconds = Math.round(span.toMillis() / 1000.0);
        return seconds < 100 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
    }

    /// Two graphs side by side; beside the last, what was counted since the container's start.
    private void pairs() {
        var series = Series.values();
        int width = (canvas.columns() - 4) / 2;
        int rows = (series.length + 1) / 2;
        int y = state.layout().bodyRow();
        title(shown(width - SCALE));
        for (int i = 0; i < rows; i++) {
            int height = share(rows, i);
            graph(series[2 * i], 1, y, width, height);
            int x = width + 3;
            if (2 * i + 1 < series.length) graph(series[2 * i + 1], x, y, width, height);
            else canvas.put(x, y, totals(), style(Ink.DIM), width);
            y += height;
        }
    }

    private String totals() {
        var newest = stats.history().figures().getLast();
        return "since its start  "
                + bytes(newest.network().in()) + " in, " + bytes(newest.network().out()) + " out, "
                + bytes(newest.blockIo().in()) + " read, " + bytes(newest.blockIo().out()) + " written";
    }

    private static String bytes(long count) {
        return Amount.text(Series.RECEIVED, (double) count);
    }

    private void column() {
        var series = Series.values();
        int y = state.layout().bodyRow();
        title(shown(canvas.columns() - 2 - SCALE));
        for (int i = 0; i < series.length; i++) {
            int height = share(series.length, i);
            graph(series[i], 1, y, canvas.columns() - 2, height);
            y += height;
        }
    }

    /// How many of the rows one of so many graphs has: what is left over goes to the first.
    private int share(int graphs, int index) {
        int height = state.layout().bodyHeight();
        return height / graphs + (index < height % graphs ? 1 : 0);
    }

    private void graph(Series series, int x, int y, int width, int height) {
        var curve = curve(series, width - SCALE);
        String figures = "now " + now(series, curve) + part(series) + "  min " + value(series, curve.min()) + "  max " + value(series, curve.max());
        String title = title(series);
        boolean fits = title.length() + 2 + figures.length() <= width;
        int end = canvas.put(x, y, fits ? title : label(series), style(Ink.TITLES), width);
        canvas.put(end + 2, y, figures, style(ink == Ink.DIM ? Ink.DIM : Ink.TEXT), x + width - end - 2);
        double top = Amount.top(series, curve.max().orElse(0));
        canvas.putRight(x + SCALE - 1, y + 1, Amount.round(series, top), style(Ink.DIM), SCALE - 1);
        if (height > LEAST) canvas.putRight(x + SCALE - 1, y + height - 1, "0", style(Ink.DIM), SCALE - 1);
        columns(curve, top, x + SCALE, y + 1, height - 1);
    }

    /// A line for each of those that there is room for. Their graphs end at the highest value, whatever that is.
    private void lines() {
        int room = Math.max(0, canvas.columns() - LINE_GRAPH - 1);
        int y = state.layout().titleRow();
        if (state.layout().hasTitles()) {
            var row = state.containers().find(stats.id());
            var cell = row.map(r -> StateCell.of(r, state.busy().get(stats.id().value()), canvas.signs()));
            canvas.put(1, y, cell.map(StateCell::sign).orElse(canvas.signs().failed()), style(cell.map(StateCell::ink).orElse(Ink.FAILED)), 1);
            canvas.put(3, y, row.map(r -> r.name()).orElse(stats.name()), style(Ink.TITLES), NAME);
            line(y, "now", "min", "max", style(Ink.TITLES));
            String scale = "0..max " + span(room);
            canvas.put(LINE_GRAPH, y, scale.length() <= room ? scale : span(room), style(Ink.TITLES), room);
        }
        var series = List.of(Series.values());
        int from = Math.clamp(stats.top(), 0, series.size() - 1);
        y = state.layout().bodyRow();
        for (var each : series.subList(from, Math.min(series.size(), from + state.layout().bodyHeight()))) {
            var curve = curve(each, room);
            canvas.put(1, y, label(each), style(Ink.TITLES), LABEL + 1);
            line(y, shortly(each, curve.now()) + Amount.per(each), shortly(each, curve.min()), shortly(each, curve.max()), style(ink == Ink.DIM ? Ink.DIM : Ink.TEXT));
            columns(curve, curve.max().orElse(0), LINE_GRAPH, y, 1);
            y++;
        }
        String more = from + state.layout().bodyHeight() < series.size() ? canvas.signs().down() : from > 0 ? canvas.signs().up() : "";
        canvas.put(canvas.columns() - 1, y - 1, more, style(Ink.DIM), 1);
    }

    private void line(int y, String now, String min, String max, Style style) {
        int end = right(1 + LABEL + 1 + NOW, y, now, style, NOW);
        end = right(end + EXTREME, y, min, style, EXTREME);
        right(end + EXTREME, y, max, style, EXTREME);
    }

    /// Whole or not at all: a figure that is cut is another one.
    private int right(int end, int y, String text, Style style, int room) {
        if (end <= canvas.columns()) canvas.putRight(end, y, text, style, room);
        return end;
    }

    private Curve curve(Series series, int columns) {
        var curve = shown.curve(series, unit, Math.max(1, columns), stats.zoom().each());
        // now is the newest sample, whatever the columns are of
        return new Curve(curve.columns(), stats.history().curve(series, unit, 1, 1).now(), curve.min(), curve.max());
    }

    /// Each column as high as its value; the lowest that is known can still be told from what is not.
    private void columns(Curve curve, double top, int x, int y, int height) {
        String levels = canvas.signs().levels();
        for (int row = 0; row < height; row++) {
            int below = (height - 1 - row) * levels.length();
            var text = new StringBuilder();
            for (var value : curve.columns()) {
                int filled = value.isEmpty() ? 0 : Math.max(1, (int) Math.round(height * levels.length() * (top > 0 ? value.getAsDouble() / top : 0)));
                int here = Math.clamp(filled - below, 0, levels.length());
                text.append(here == 0 ? ' ' : levels.charAt(here - 1));
            }
            canvas.put(x, y + row, text.toString(), style(ink), curve.columns().size());
        }
    }

    private String title(Series series) {
        var newest = newest();
        return switch (series) {
            case CPU -> "CPU in percent of " + (unit == CpuUnit.ALL && newest.cores() > 1 ? "all " + newest.cores() + " cores" : unit.words());
            case MEMORY -> newest.memory().limit() > 0 ? "memory, limit " + Amount.text(series, (double) newest.memory().limit()) : "memory";
            case RECEIVED -> "network in";
            case SENT -> "network out";
            case READ -> "block I/O read";
            case WRITTEN -> "block I/O written";
            case PIDS -> "processes and threads";
        };
    }

    /// A title in eight columns, or nine where the value behind it is short.
    private String label(Series series) {
        long limit = newest().memory().limit();
        return switch (series) {
            case CPU -> unit == CpuUnit.CORE ? "CPU/core" : "CPU/all";
            case MEMORY -> limit > 0 ? "mem/" + Amount.shortly(series, (double) limit) : "memory";
            case RECEIVED -> "net in";
            case SENT -> "net out";
            case READ -> "read";
            case WRITTEN -> "written";
            case PIDS -> "pids";
        };
    }

    private Figures newest() {
        return stats.history().figures().getLast();
    }

    private String part(Series series) {
        boolean limited = series == Series.MEMORY && newest().memory().limit() > 0;
        return limited ? " (" + Amount.text(Series.CPU, newest().memory().percent()) + ")" : "";
    }

    private static String now(Series series, Curve curve) {
        return value(series, curve.now()) + (curve.now().isPresent() ? Amount.per(series) : "");
    }

    private static String value(Series series, OptionalDouble value) {
        return value.isPresent() ? Amount.text(series, value.getAsDouble()) : "-";
    }

    private static String shortly(Series series, OptionalDouble value) {
        return value.isPresent() ? Amount.shortly(series, value.getAsDouble()) : "-";
    }

    private Style style(Ink of) {
        return canvas.theme().style(of);
    }
}
