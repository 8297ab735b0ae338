package dev.davit.console.paint;

import dev.davit.console.model.Ages;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Lines;
import dev.davit.console.model.Screen;
import dev.davit.console.store.Sought;
import dev.davit.engine.container.StdStream;
import dev.davit.format.Graphemes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines of a log or of a command. What went to standard error has a bar before it.
final class TextPainter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final LineSource source;
    private final ZoneId zone;
    private @Nullable Pattern compiled;
    private String compiledFrom = "";

    /// @param zone the user's
    TextPainter(LineSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    void log(Canvas canvas, AppState state, Screen.Log log) {
        var row = state.containers().find(log.id());
        var theme = canvas.theme();
        if (state.layout().hasTitles()) {
            int y = state.layout().titleRow();
            int x = canvas.put(1, y, row.map(r -> r.name()).orElse(log.name()), theme.style(Ink.TITLES), canvas.columns() / 2);
            if (row.isPresent()) {
                var cell = StateCell.of(row.get(), state.busy().get(log.id().value()), canvas.signs());
                x = canvas.put(x + 2, y, cell.sign() + " " + cell.words(), theme.style(cell.ink()), canvas.columns());
                String age = row.get().since().map(since -> Ages.text(since, state.now())).orElse("");
                canvas.put(x + 1, y, age, theme.style(Ink.DIM), canvas.columns());
            } else {
                canvas.put(x + 2, y, "removed", theme.style(Ink.FAILED), canvas.columns());
            }
            String follows = log.lines().extent().ended() ? "ended" : log.lines().view().follow() ? "following" : "f follows";
            place(canvas, y, log.lines(), state.layout().bodyHeight(), follows);
        }
        if (log.lines().extent().count() == 0) {
            String nothing = log.lines().extent().ended() ? "It has written nothing." : "Nothing yet.";
            canvas.put(1, state.layout().bodyRow() + 1, nothing, theme.style(Ink.DIM), canvas.columns());
        }
        lines(canvas, state, log.lines(), log.times());
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
        lines(canvas, state, output.lines(), false);
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

    private void lines(Canvas canvas, AppState state, Lines lines, boolean times) {
        var sought = lines.sought();
        int y = state.layout().bodyRow();
        for (var line : source.lines(lines.source(), lines.view().top(), state.layout().bodyHeight())) {
            boolean error = line.stream() == StdStream.STDERR;
            if (error) canvas.put(0, y, canvas.signs().bar(), canvas.theme().style(Ink.STDERR), 1);
            int x = 1;
            if (times) x = canvas.put(x, y, line.time().map(this::time).orElse(" ".repeat(12)), canvas.theme().style(Ink.DIM), 12) + 1;
            int room = canvas.columns() - x;
            String text = LogText.of(line.bytes(), lines.view().column(), Math.max(0, room));
            canvas.put(x, y, text, canvas.theme().style(error ? Ink.STDERR : Ink.TEXT), room);
            if (!sought.isNothing()) matches(canvas, x, y, text, pattern(sought));
            y++;
        }
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
        return TIME.format(moment.atZone(zone));
    }
}
