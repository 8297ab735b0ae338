package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Screen;
import java.util.Arrays;

/// Lists of lines to choose from.
final class ChoicePainter {
    private ChoicePainter() {}

    static void paint(Canvas canvas, AppState state, Screen.Choice choice) {
        var layout = state.layout();
        var shown = choice.shown();
        int from = Math.min(choice.view().top(), shown.size());
        var visible = shown.subList(from, Math.min(shown.size(), from + layout.bodyHeight()));
        var columns = Arrays.stream(choice.menu().titles()).map(title -> new Grid.Column(title, false)).toList();
        Grid.paint(canvas, layout, columns, visible.stream()
                .map(row -> new Grid.Line(row.cells(), choice.view().selected().filter(row.key()::equals).isPresent(), false, false))
                .toList());
    }
}
