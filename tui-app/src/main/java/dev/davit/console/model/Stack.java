package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The stack of screens, as functions on states.
final class Stack {
    private Stack() {}

    static AppState push(AppState state, Screen screen) {
        var more = new ArrayList<>(state.screens());
        more.add(screen);
        return state.stacked(more);
    }

    /// Without the top screen; lines that it alone shows are dropped.
    static Next pop(AppState state) {
        if (state.screens().size() == 1) return Next.of(state);
        var below = state.stacked(state.screens().subList(0, state.screens().size() - 1));
        return state.top() instanceof Screen.Text text ? Next.of(below, new Effect.Drop(text.lines().source())) : Next.of(below);
    }

    /// Without all but the lowest screen.
    static Next bottom(AppState state) {
        var next = Next.of(state.stacked(state.screens().subList(0, 1)));
        for (var screen : state.screens()) if (screen instanceof Screen.Text text) next = next.and(new Effect.Drop(text.lines().source()));
        return next;
    }

    static AppState replaceTop(AppState state, Screen screen) {
        var more = new ArrayList<>(state.screens());
        more.set(more.size() - 1, screen);
        return state.stacked(more);
    }

    static AppState map(AppState state, UnaryOperator<Screen> change) {
        List<Screen> changed = new ArrayList<>();
        for (var screen : state.screens()) changed.add(change.apply(screen));
        return state.stacked(changed);
    }

    /// The table with another view of its rows.
    static AppState list(AppState state, UnaryOperator<Screen.Containers> change) {
        return map(state, screen -> screen instanceof Screen.Containers list ? change.apply(list) : screen);
    }

    /// The table that fills the room, with another filter.
    static AppState filtered(AppState state, String text) {
        var ground = state.ground();
        return map(state, screen -> !screen.equals(ground) ? screen : switch (screen) {
            case Screen.Containers list -> list.filtered(text);
            case Screen.Things things -> things.filtered(text);
            case Screen.Choice choice -> choice.filtered(text);
            case Screen.Tree _, Screen.Stats _, Screen.Text _, Screen.Overlay _ -> screen;
        });
    }

    /// A number for lines to come.
    static SourceId nextSource(AppState state) {
        return new SourceId(state.sources());
    }
}
