package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.format.Wrap;

/// In place of the table when no engine ever answered: what was tried, and what else there is.
final class NoEnginePainter {
    private static final int WIDEST = 90;

    private NoEnginePainter() {}

    static void paint(Canvas canvas, AppState state, Connection.Lost lost) {
        int room = Math.min(WIDEST, canvas.columns() - 4);
        int x = Math.max(0, (canvas.columns() - room) / 2);
        int y = state.layout().bodyRow() + Math.max(0, state.layout().bodyHeight() / 4);
        int end = state.layout().bodyRow() + state.layout().bodyHeight();
        var theme = canvas.theme();
        for (String line : Wrap.lines(sentence(lost.sentence()), Math.max(10, room))) {
            if (y < end) canvas.put(x, y++, line, theme.style(Ink.PROBLEM), room);
        }
        y++;
        for (String other : lost.others()) {
            for (String line : Wrap.lines(other, Math.max(10, room))) if (y < end) canvas.put(x, y++, line, theme.style(Ink.TEXT), room);
        }
        if (!lost.others().isEmpty()) y++;
        if (y < end) canvas.put(x, y, "It connects by itself as soon as an engine answers.", theme.style(Ink.DIM), room);
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
