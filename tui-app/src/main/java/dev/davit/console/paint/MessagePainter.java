package dev.davit.console.paint;

import com.googlecode.lanterna.TerminalPosition;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Notice;
import dev.davit.console.model.Screen;
import dev.davit.format.Graphemes;
import java.util.Optional;

/// The row above the keys: the line being typed, else what goes on or went wrong, else that the engine is lost, else what was done.
final class MessagePainter {
    private MessagePainter() {}

    /// @return where the cursor is to be seen
    static Optional<TerminalPosition> paint(Canvas canvas, AppState state) {
        int y = state.layout().messageRow();
        if (state.top() instanceof Screen.Prompt prompt) return Optional.of(prompt(canvas, y, prompt));
        boolean done = state.notice().filter(notice -> notice.kind() == Notice.Kind.DONE).isPresent();
        if (state.connection() instanceof Connection.Lost lost && state.containers().isKnown() && (done || state.notice().isEmpty())) {
            lost(canvas, y, lost);
        } else {
            state.notice().ifPresent(notice -> notice(canvas, y, notice));
        }
        return Optional.empty();
    }

    private static void notice(Canvas canvas, int y, Notice notice) {
        var signs = canvas.signs();
        var ink = switch (notice.kind()) {
            case WORKING -> Ink.BUSY;
            case DONE -> Ink.DONE;
            case PROBLEM -> Ink.PROBLEM;
        };
        String sign = switch (notice.kind()) {
            case WORKING -> signs.busy();
            case DONE -> signs.running();
            case PROBLEM -> signs.failed();
        };
        blank(canvas, y);
        int x = canvas.put(1, y, sign + " " + notice.text(), canvas.theme().style(ink), canvas.columns() - 1);
        notice.typed().ifPresent(command -> canvas.put(x + 3, y, command, canvas.theme().style(Ink.DIM), canvas.columns()));
    }

    private static void lost(Canvas canvas, int y, Connection.Lost lost) {
        blank(canvas, y);
        String text = canvas.signs().failed() + " " + lost.sentence() + "; trying again";
        canvas.put(1, y, text, canvas.theme().style(Ink.PROBLEM), canvas.columns() - 1);
    }

    private static void blank(Canvas canvas, int y) {
        canvas.fill(0, y, canvas.columns(), canvas.theme().style(Ink.TEXT));
    }

    private static TerminalPosition prompt(Canvas canvas, int y, Screen.Prompt prompt) {
        String sign = switch (prompt.purpose()) {
            case COMMAND -> ":";
            case FILTER, SEARCH -> "/";
            case SIFT -> "&";
            case SPAN -> "@";
            case SAVE -> ">";
        };
        blank(canvas, y);
        int room = Math.max(1, canvas.columns() - 2);
        String before = prompt.line().text().substring(0, prompt.line().cursor());
        int skipped = Math.max(0, Graphemes.width(before) - room + 1);
        canvas.put(0, y, sign, canvas.theme().style(Ink.KEY), 1);
        String shown = LogText.of(prompt.line().text().getBytes(java.nio.charset.StandardCharsets.UTF_8), skipped, room);
        canvas.put(1, y, shown, canvas.theme().style(Ink.TEXT), room);
        return new TerminalPosition(Math.min(canvas.columns() - 1, 1 + Graphemes.width(before) - skipped), y);
    }
}
