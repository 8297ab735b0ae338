package dev.davit.console.model;

import dev.davit.console.input.Input;
import java.util.List;

/// What the mouse does, to whatever screen has the keys. There is nothing that it alone can do.
final class Pointing {
    /// How many rows a notch of the wheel is.
    private static final int NOTCH = 3;

    private Pointing() {}

    static Next at(AppState state, Input.Pointer pointer) {
        return switch (pointer) {
            case Input.Wheel(boolean down) -> Next.of(scrolled(state, down));
            case Input.Click(int column, int row) -> clicked(state, column, row);
        };
    }

    private static AppState scrolled(AppState state, boolean down) {
        int height = state.layout().bodyHeight();
        int rows = down ? NOTCH : -NOTCH;
        return switch (state.top()) {
            case Screen.Containers list -> Stack.replaceTop(state, list.with(list.view().scrolled(state.ids(), height, rows)));
            case Screen.Things things -> Stack.replaceTop(state, things.with(things.view().scrolled(state.keys(things), height, rows)));
            case Screen.Tree tree -> Stack.replaceTop(state, tree.with(tree.view().scrolled(tree.numbers(), height, rows)));
            case Screen.Choice choice -> Stack.replaceTop(state, choice.with(choice.view().scrolled(choice.keys(), height, rows)));
            case Screen.Stats _, Screen.Text _, Screen.Help _, Screen.Failures _ -> {
                var moved = state;
                for (int i = 0; i < NOTCH; i++) moved = Moves.move(moved, down ? Action.DOWN : Action.UP);
                yield moved;
            }
            case Screen.Confirm _, Screen.Prompt _ -> state;
        };
    }

    private static Next clicked(AppState state, int column, int row) {
        var layout = state.layout();
        int at = row - layout.bodyRow();
        boolean list = column < layout.listColumns();
        boolean body = list && at >= 0 && at < layout.bodyHeight();
        boolean title = list && layout.hasTitles() && row == layout.titleRow();
        return switch (state.top()) {
            case Screen.Containers table when body -> Next.of(Stack.replaceTop(state, table.with(on(table.view(), state.ids(), layout.bodyHeight(), at))));
            case Screen.Things things when body -> Next.of(Stack.replaceTop(state, things.with(on(things.view(), state.keys(things), layout.bodyHeight(), at))));
            case Screen.Tree tree when body -> Next.of(Stack.replaceTop(state, tree.with(on(tree.view(), tree.numbers(), layout.bodyHeight(), at))));
            case Screen.Choice choice when body -> Next.of(Stack.replaceTop(state, choice.with(on(choice.view(), choice.keys(), layout.bodyHeight(), at))));
            case Screen.Containers _ when title && !state.rows().isEmpty() -> Next.of(state, new Effect.Point(column));
            case Screen.Things things when title && !state.rows(things).isEmpty() -> Next.of(state, new Effect.Point(column));
            case Screen.Table _, Screen.Stats _, Screen.Text _, Screen.Overlay _ -> Next.of(state);
        };
    }

    /// With the cursor on a row of the screen; below the last one nothing happens.
    private static <I> ListView<I> on(ListView<I> view, List<I> ids, int height, int row) {
        return view.top() + row < ids.size() ? view.at(ids, height, view.top() + row) : view;
    }
}
