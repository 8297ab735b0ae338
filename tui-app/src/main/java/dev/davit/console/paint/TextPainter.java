package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Lines;
import dev.davit.console.model.Screen;
import dev.davit.console.store.Scrollback;
import dev.davit.console.store.Sought;
import dev.davit.console.store.Streams;
import dev.davit.engine.container.StdStream;
import dev.davit.format.Graphemes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of a log or of a command. What went to standard error has a bar before it.
final class TextPainter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /// Columns before a line that has its time before it.
    private static final int TIME_ROOM = 14;

    private final LineSource source;
    private final Supplier<ZoneId> zone;
    private @Nullable Pattern compiled;
    private String compiledFrom = "";

    /// @param zone the user's
    TextPainter(LineSource source, Supplier<ZoneId> zone) {
        this.source = source;
        this.zone = zone;
    }

    void log(Canvas canvas, AppState state, Screen.Log log) {
        var theme = canvas.theme();
        if (state.layout().hasTitles()) {
            int y = state.layout().titleRow();
            int x = log.isMerged() ? writers(canvas, y, state, log) : TitleRow.container(canvas, state, log.writers().getFirst().id(), log.writers().getFirst().name());
            var streams = log.lines().sieve().streams();
            if (streams != Streams.BOTH) x = canvas.put(x + 2, y, streams.words(), theme.style(Ink.PAUSED), canvas.columns());
            canvas.put(x + 2, y, log.span().words(), theme.style(Ink.DIM), canvas.columns());
            String follows = log.lines().extent().ended() ? "ended" : log.lines().view().follow() ? "following" : "f follows";
            boolean first = !log.lines().view().follow() && log.lines().view().top() <= log.lines().extent().first();
            String before = first && !log.older().words().isEmpty() ? log.older().words() + "  " : "";
            place(canvas, y, log.lines(), state.layout().bodyHeight(), before + follows);
        }
        if (log.lines().extent().count() == 0) {
            canvas.put(1, state.layout().bodyRow() + 1, nothing(log), theme.style(Ink.DIM), canvas.columns());
        }
        lines(canvas, state, log.lines(), Writers.of(log, canvas.columns()), log.times());
    }

    /// @return the column behind it
    private static int writers(Canvas canvas, int y, AppState state, Screen.Log log) {
        var theme = canvas.theme();
        String names = log.writers().stream().map(Screen.Log.Writer::name).collect(Collectors.joining(", "));
        int x = canvas.put(1, y, names, theme.style(Ink.TITLES), canvas.columns() / 3);
        long running = log.writers().stream().flatMap(writer -> state.containers().find(writer.id()).stream()).filter(row -> row.state().isRunning()).count();
        String how = running == log.writers().size() ? "all running" : running == 0 ? "none running" : running + " of " + log.writers().size() + " running";
        return canvas.put(x + 2, y, how, theme.style(running == 0 ? Ink.ENDED : Ink.RUNNING), canvas.columns());
    }

    private static String nothing(Screen.Log log) {
        var sieve = log.lines().sieve();
        if (!sieve.takesAnyText()) return "No line that matches.";
        if (!sieve.isNone()) return "No line that went to " + (sieve.streams() == Streams.STDERR ? "stderr." : "stdout.");
        if (!log.lines().extent().ended()) return "Nothing yet.";
        String nothing = log.isMerged() ? "They have written nothing" : "It has written nothing";
        return log.span().isTail() ? nothing + "." : nothing + " " + log.span().words() + ".";
    }

    void output(Canvas canvas, AppState state, Screen.Output output) {
        if (state.layout().hasTitles()) {
            int y = state.layout().titleRow();
            int x = canvas.put(1, y, "davit " + output.command(), canvas.theme().style(Ink.TITLES), canvas.columns() * 2 / 3);
            boolean good = output.exit().isEmpty() || output.exit().equals("0");
            String exit = output.exit().isEmpty() ? "runs " + canvas.signs().ellipsis() : "exit " + output.exit();
            canvas.put(x + 2, y, exit, canvas.theme().style(good ? Ink.DIM : Ink.FAILED), canvas.columns());
            place(canvas, y, output.lines(), state.layout().bodyHeight(), "");
        }
        lines(canvas, state, output.lines(), Writers.ONE, false);
    }

    private static void place(Canvas canvas, int y, Lines lines, int height, String state) {
        var extent = lines.extent();
        var view = lines.view();
        long last = Math.min(extent.end(), view.top() + height);
        String where = extent.count() == 0 ? "" : last - extent.first() + "/" + extent.count();
        String column = view.column() == 0 ? "" : "column " + (view.column() + 1) + "  ";
        String text = column + where + (state.isEmpty() ? "" : "  " + state);
        canvas.putRight(canvas.columns() - 1, y, text, canvas.theme().style(Ink.DIM), canvas.columns() / 2);
    }

    private void lines(Canvas canvas, AppState state, Lines lines, Writers writers, boolean times) {
        int y = state.layout().bodyRow();
        int from = times ? TIME_ROOM : 1;
        int x = from + writers.room();
        for (var row : rows(lines, canvas.columns() - x, state.layout().bodyHeight())) {
            boolean error = row.line().stream() == StdStream.STDERR;
            if (error) canvas.put(0, y, canvas.signs().bar(), canvas.theme().style(Ink.STDERR), 1);
            writers.paint(canvas, from, y, row.line(), row.begins());
            if (times && row.begins()) canvas.put(1, y, row.line().time().map(this::time).orElse(""), canvas.theme().style(Ink.DIM), TIME_ROOM);
            canvas.put(x, y, row.text(), canvas.theme().style(error ? Ink.STDERR : Ink.TEXT), canvas.columns() - x);
            if (!lines.sought().isNothing()) matches(canvas, x, y, row.text(), pattern(lines.sought()));
            y++;
        }
    }

    /// A row of the screen.
    ///
    /// @param begins whether its line begins in it
    private record Row(Scrollback.Line line, String text, boolean begins) {}

    /// What fills the screen: from its first line on; where one follows, so that the last line is the last row.
    private List<Row> rows(Lines lines, int room, int height) {
        var rows = new ArrayList<Row>();
        for (var line : source.lines(lines.source(), lines.view().top(), height)) {
            if (!lines.wrapped()) {
                rows.add(new Row(line, LogText.of(line.bytes(), lines.view().column(), Math.max(0, room)), true));
                continue;
            }
            boolean begins = true;
            for (String text : LogText.rows(line.bytes(), room, height)) {
                rows.add(new Row(line, text, begins));
                begins = false;
            }
        }
        int from = lines.view().follow() ? Math.max(0, rows.size() - height) : 0;
        return rows.subList(from, Math.min(rows.size(), from + height));
    }

    private static void matches(Canvas canvas, int x, int y, String text, Pattern pattern) {
        var match = pattern.matcher(text);
        while (match.find()) {
            if (match.end() == match.start()) continue;
            int from = x + Graphemes.width(text.substring(0, match.start()));
            canvas.put(from, y, match.group(), canvas.theme().style(Ink.MATCH), canvas.columns() - from);
        }
    }

    private Pattern pattern(Sought sought) {
        if (compiled == null || !compiledFrom.equals(sought.text())) {
            compiled = sought.pattern();
            compiledFrom = sought.text();
        }
        return compiled;
    }

    private String time(Instant moment) {
        return TIME.format(moment.atZone(zone.get()));
    }
}
