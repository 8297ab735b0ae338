package dev.davit.console.paint;

import dev.davit.console.model.Action;
import dev.davit.console.model.AppState;
import dev.davit.console.model.HelpLines;
import dev.davit.console.model.Scope;
import dev.davit.console.model.Screen;
import dev.davit.format.Graphemes;
import dev.davit.format.Wrap;
import java.util.ArrayList;
import java.util.List;

/// Boxes over what is below: a question, the help.
final class DialogPainter {
    /// A box, in cells.
    private record Box(Canvas canvas, int x, int y, int width, int height) {

        static Box centred(Canvas canvas, int width, int height) {
            int w = Math.min(width, canvas.columns());
            int h = Math.min(height, canvas.rows());
            return new Box(canvas, (canvas.columns() - w) / 2, (canvas.rows() - h) / 2, w, h);
        }

        void frame(String title, Ink ink) {
            var style = canvas.theme().style(ink);
            var signs = canvas.signs();
            for (int row = 0; row < height; row++) canvas.fill(x, y + row, width, canvas.theme().style(Ink.TEXT));
            if (width < 4 || height < 3) return;
            String line = signs.horizontal().repeat(width - 2);
            canvas.put(x, y, signs.corners().charAt(0) + line + signs.corners().charAt(1), style, width);
            canvas.put(x, y + height - 1, signs.corners().charAt(2) + line + signs.corners().charAt(3), style, width);
            for (int row = 1; row < height - 1; row++) {
                canvas.put(x, y + row, signs.vertical(), style, 1);
                canvas.put(x + width - 1, y + row, signs.vertical(), style, 1);
            }
            canvas.put(x + 2, y, " " + title + " ", style, width - 4);
        }

        /// Says that there is more than it shows.
        void scrolls() {
            canvas.put(x + 2, y + height - 1, " j k scroll ", canvas.theme().style(Ink.FRAME), 12);
        }

        int put(int column, int row, String text, Ink ink) {
            if (row < 1 || row >= height - 1) return column;
            int end = canvas.put(x + 2 + column, y + row, text, canvas.theme().style(ink), width - 4 - column);
            return end - x - 2;
        }
    }

    private DialogPainter() {}

    static void question(Canvas canvas, AppState state, Screen.Confirm confirm) {
        int room = Math.min(HelpLines.WIDEST, canvas.columns()) - 4;
        var lines = new ArrayList<String>();
        for (String loss : confirm.losses()) lines.addAll(Wrap.lines(loss, room));
        var question = Wrap.lines(confirm.question(), room);
        String command = "davit " + confirm.round().command();
        int width = Math.max(44, Math.max(widest(question), Math.max(widest(lines), Graphemes.width(command))) + 4);
        var box = Box.centred(canvas, Math.min(width, HelpLines.WIDEST), question.size() + lines.size() + 6);
        box.frame("sure?", Ink.DANGER);
        int row = 1;
        for (String line : question) box.put(0, row++, line, Ink.KEY);
        for (String line : lines) box.put(0, row++, line, Ink.TEXT);
        row++;
        box.put(0, row++, command, Ink.DIM);
        row++;
        int column = 0;
        for (var action : List.of(Action.YES, Action.NO)) {
            for (String key : state.keymap().keys(Scope.CONFIRM, action).stream().limit(1).toList()) {
                column = box.put(column, row, key, Ink.KEY);
                column = box.put(column + 1, row, action.label(), Ink.KEY_LABEL) + 3;
            }
        }
    }

    private static int widest(List<String> lines) {
        return lines.stream().mapToInt(Graphemes::width).max().orElse(0);
    }

    static void help(Canvas canvas, AppState state, Screen.Help help) {
        var lines = HelpLines.of(state.keymap(), help.of());
        int height = HelpLines.height(state.layout());
        var box = Box.centred(canvas, HelpLines.WIDEST, Math.min(lines.size(), height) + 2);
        box.frame("keys", Ink.FRAME);
        int keys = lines.stream().mapToInt(line -> line.keys().length()).max().orElse(0);
        for (int i = 0; i < height && help.top() + i < lines.size(); i++) {
            var line = lines.get(help.top() + i);
            if (line.keys().isEmpty()) {
                box.put(0, i + 1, line.text(), Ink.TITLES);
            } else {
                box.put(0, i + 1, line.keys(), Ink.KEY);
                box.put(keys + 3, i + 1, line.text(), Ink.TEXT);
            }
        }
        if (lines.size() > height) box.scrolls();
    }

    static void failures(Canvas canvas, AppState state, Screen.Failures failures) {
        var lines = HelpLines.ofFailures(state);
        int height = HelpLines.height(state.layout());
        var box = Box.centred(canvas, HelpLines.WIDEST, Math.min(lines.size(), height) + 2);
        box.frame("failed", Ink.DANGER);
        for (int i = 0; i < height && failures.top() + i < lines.size(); i++) box.put(0, i + 1, lines.get(failures.top() + i), Ink.TEXT);
        if (lines.size() > height) box.scrolls();
    }
}
