package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Layout;
import dev.davit.console.model.Telling;
import dev.davit.console.store.Details;
import java.util.List;

/// Details of what has the cursor, beside or below its table.
final class DetailsPainter {
    private DetailsPainter() {}

    static void paint(Canvas canvas, AppState state) {
        var layout = state.layout();
        var theme = canvas.theme();
        int left = layout.paneColumn();
        int y = layout.paneRow();
        if (layout.pane() == Layout.Pane.BESIDE) line(canvas, left - 1, y, y + layout.paneHeight());
        var subject = Telling.subject(state);
        if (subject.isEmpty()) return;
        var details = state.world().details();
        boolean known = details.subject().equals(subject.get().key());
        var lines = known ? details.lines(Telling.width(layout)) : List.<Details.Line>of();
        int end = Math.min(lines.size(), details.top() + layout.paneHeight());
        canvas.fill(left, y, layout.paneColumns(), theme.style(Ink.TITLES));
        int at = canvas.put(left + 1, y, subject.get().name(), theme.style(Ink.TITLES), layout.paneColumns() - 12);
        if (!known) canvas.put(at + 1, y, canvas.signs().ellipsis(), theme.style(Ink.TITLES), 1);
        else if (lines.size() > layout.paneHeight()) canvas.putRight(canvas.columns() - 1, y, end + "/" + lines.size(), theme.style(Ink.TITLES), 10);
        for (var line : lines.subList(Math.min(details.top(), end), end)) {
            y++;
            canvas.put(left + 1, y, line.label(), theme.style(Ink.DIM), Telling.LABELS - 1);
            canvas.put(left + 1 + Telling.LABELS, y, line.text(), theme.style(Ink.TEXT), Telling.width(layout));
        }
    }

    private static void line(Canvas canvas, int x, int from, int to) {
        for (int y = from; y <= to; y++) canvas.put(x, y, canvas.signs().vertical(), canvas.theme().style(Ink.FRAME), 1);
    }
}
