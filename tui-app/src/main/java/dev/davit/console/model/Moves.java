package dev.davit.console.model;

import java.util.List;

/// Moving about, on whatever screen has the keys.
final class Moves {
    private static final int SIDE_STEP = 8;
    private static final int END = Integer.MAX_VALUE / 2;

    private Moves() {}

    static AppState move(AppState state, Action action) {
        int height = state.layout().bodyHeight();
        int rows = rows(action, height);
        return switch (state.top()) {
            case Screen.Containers list -> {
                var ids = state.ids();
                yield Stack.replaceTop(state, list.with(moved(list.view(), ids, height, rows)));
            }
            case Screen.Things things -> {
                var keys = state.keys(things);
                yield Stack.replaceTop(state, things.with(moved(things.view(), keys, height, rows)));
            }
            case Screen.Choice choice -> Stack.replaceTop(state, choice.with(moved(choice.view(), choice.keys(), height, rows)));
            case Screen.Tree tree -> Stack.replaceTop(state, switch (action) {
                case LEFT, RIGHT -> Trees.aside(tree, action == Action.RIGHT, height);
                default -> tree.with(moved(tree.view(), tree.numbers(), height, rows));
            });
            case Screen.Text text -> Stack.replaceTop(state, text.with(moved(text.lines(), height, action)));
            case Screen.Stats stats -> Stack.replaceTop(state, stats.moved(height, rows));
            case Screen.Help help -> {
                int most = Math.max(0, HelpLines.of(state.keymap(), help.of()).size() - HelpLines.height(state.layout()));
                yield Stack.replaceTop(state, new Screen.Help(help.of(), Math.clamp(help.top() + (long) rows, 0, most)));
            }
            case Screen.Failures failures -> {
                int most = Math.max(0, HelpLines.ofFailures(state).size() - HelpLines.height(state.layout()));
                yield Stack.replaceTop(state, new Screen.Failures(Math.clamp(failures.top() + (long) rows, 0, most)));
            }
            case Screen.Confirm _, Screen.Prompt _ -> state;
        };
    }

    private static <I> ListView<I> moved(ListView<I> view, List<I> ids, int height, int rows) {
        return Math.abs(rows) == END ? view.at(ids, height, rows) : view.moved(ids, height, rows);
    }

    private static Lines moved(Lines lines, int height, Action action) {
        return lines.at(switch (action) {
            case LEFT -> lines.view().shifted(-SIDE_STEP);
            case RIGHT -> lines.view().shifted(lines.wrapped() ? 0 : SIDE_STEP);
            default -> lines.view().moved(lines.extent(), height, rows(action, height));
        });
    }

    /// How far down a move goes.
    private static int rows(Action action, int height) {
        int page = Math.max(1, height - 1);
        return switch (action) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> page;
            case PAGE_UP -> -page;
            case HALF_DOWN -> Math.max(1, height / 2);
            case HALF_UP -> -Math.max(1, height / 2);
            case TOP -> -END;
            case BOTTOM -> END;
            default -> 0;
        };
    }
}
