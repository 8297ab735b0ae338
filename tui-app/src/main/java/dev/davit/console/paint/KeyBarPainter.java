package dev.davit.console.paint;

import dev.davit.console.model.Action;
import dev.davit.console.model.AppState;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Scope;
import dev.davit.console.model.Screen;
import java.util.List;
import java.util.stream.Stream;

/// The last row: keys, and what they do to what is selected. What cannot be done is dim; where there is no room it goes
/// first.
final class KeyBarPainter {
    private static final List<Action> LAST = List.of(Action.HELP, Action.QUIT);

    private KeyBarPainter() {}

    private static List<Action> actions(Scope scope) {
        return switch (scope) {
            case CONTAINERS, TABLE, SEARCHED, TEXT, ANYWHERE -> List.of(
                    Action.LOGS, Action.STOP, Action.START, Action.RESTART, Action.PAUSE, Action.SHELL, Action.REMOVE, Action.OPERATIONS, Action.STATS, Action.FILTER, Action.MARK,
                    Action.ALL, Action.DETAILS, Action.OPEN_PORT, Action.COMMAND, Action.IMAGES, Action.NETWORKS, Action.VOLUMES, Action.ENGINES, Action.HELP, Action.QUIT);
            case IMAGES -> List.of(
                    Action.LAYERS, Action.INSPECT, Action.REMOVE, Action.OPERATIONS, Action.FILTER, Action.MARK, Action.COMMAND, Action.DETAILS, Action.CONTAINERS, Action.NETWORKS,
                    Action.VOLUMES, Action.HELP, Action.QUIT);
            case NETWORKS -> List.of(
                    Action.INSPECT, Action.REMOVE, Action.OPERATIONS, Action.FILTER, Action.MARK, Action.COMMAND, Action.DETAILS, Action.CONTAINERS, Action.IMAGES, Action.VOLUMES,
                    Action.HELP, Action.QUIT);
            case VOLUMES -> List.of(
                    Action.INSPECT, Action.REMOVE, Action.OPERATIONS, Action.FILTER, Action.MARK, Action.COMMAND, Action.MEASURE, Action.DETAILS, Action.CONTAINERS, Action.IMAGES, Action.NETWORKS,
                    Action.HELP, Action.QUIT);
            case LOG -> List.of(
                    Action.CLOSE_LOG, Action.FOLLOW, Action.TIMES, Action.SEARCH, Action.NEXT, Action.SIFT, Action.SINCE, Action.SAVE, Action.STREAMS, Action.TOP, Action.BOTTOM, Action.COMMAND, Action.HELP);
            case OUTPUT -> List.of(
                    Action.CLOSE_OUTPUT, Action.SEARCH, Action.NEXT, Action.SIFT, Action.SAVE, Action.TOP, Action.BOTTOM, Action.COMMAND, Action.HELP);
            case TREE -> List.of(Action.CLOSE_TREE, Action.FOLD, Action.FOLD_ALL, Action.SEARCH, Action.NEXT, Action.COPY_VALUE, Action.COMMAND, Action.HELP);
            case CHOICE -> List.of(Action.CHOOSE, Action.FILTER_CHOICE, Action.COPY_CHOICE, Action.CLOSE_CHOICE, Action.COMMAND, Action.HELP);
            case STATS -> List.of(Action.CLOSE_STATS, Action.STATS_UNIT, Action.LONGER, Action.SHORTER, Action.COMMAND, Action.HELP);
            case HELP -> List.of(Action.CLOSE_HELP, Action.DOWN, Action.UP);
            case CONFIRM -> List.of(Action.YES, Action.NO);
            case PROMPT -> List.of();
        };
    }

    static void paint(Canvas canvas, AppState state) {
        if (!state.layout().hasKeys()) return;
        var scope = state.top().scope();
        if (state.top() instanceof Screen.Prompt prompt) {
            prompt(canvas, prompt);
            return;
        }
        if (!state.begun().isNone()) {
            begun(canvas, state);
            return;
        }
        var all = actions(scope).stream().filter(action -> !key(state.keymap(), action).isEmpty()).toList();
        var keymap = state.keymap();
        var shown = fits(canvas, keymap, all) ? all : all.stream().filter(action -> action.whyNot(state).isEmpty()).toList();
        while (!fits(canvas, keymap, shown)) {
            var dropped = shown.stream().filter(action -> !LAST.contains(action)).toList();
            if (dropped.isEmpty()) break;
            shown = Stream.concat(dropped.subList(0, dropped.size() - 1).stream(), shown.stream().filter(LAST::contains)).toList();
        }
        int x = 1;
        for (var action : shown) {
            boolean possible = action.whyNot(state).isEmpty();
            x = item(canvas, x, key(keymap, action), action.label(), possible ? Ink.KEY : Ink.DIM, possible ? Ink.KEY_LABEL : Ink.DIM);
        }
    }

    /// What has been pressed of a sequence, and what may follow.
    private static void begun(Canvas canvas, AppState state) {
        int x = item(canvas, 1, state.begun().toString(), canvas.signs().ellipsis(), Ink.KEY, Ink.DIM);
        for (var following : state.keymap().following(state.top().scope(), state.begun())) {
            x = item(canvas, x, following.keys().toString(), following.label(), Ink.KEY, Ink.KEY_LABEL);
        }
        item(canvas, x, "esc", "leave it", Ink.KEY, Ink.KEY_LABEL);
    }

    private static void prompt(Canvas canvas, Screen.Prompt prompt) {
        if (!prompt.offered().isEmpty()) {
            canvas.put(1, canvas.rows() - 1, String.join("  ", prompt.offered()), canvas.theme().style(Ink.KEY_LABEL), canvas.columns() - 1);
            return;
        }
        int x = item(canvas, 1, "enter", "do it", Ink.KEY, Ink.KEY_LABEL);
        if (prompt.purpose() == Screen.Prompt.Purpose.COMMAND) x = item(canvas, x, "tab", "complete", Ink.KEY, Ink.KEY_LABEL);
        item(canvas, x, "esc", "leave it", Ink.KEY, Ink.KEY_LABEL);
    }

    private static int item(Canvas canvas, int x, String key, String label, Ink ink, Ink labelInk) {
        int y = canvas.rows() - 1;
        int end = canvas.put(x, y, key, canvas.theme().style(ink), canvas.columns());
        return canvas.put(end + 1, y, label, canvas.theme().style(labelInk), canvas.columns()) + 2;
    }

    /// The key to be shown, or nothing.
    private static String key(Keymap keymap, Action action) {
        var keys = keymap.keys(action.scope(), action);
        return keys.isEmpty() ? "" : keys.getFirst();
    }

    private static boolean fits(Canvas canvas, Keymap keymap, List<Action> actions) {
        int width = actions.stream().mapToInt(action -> key(keymap, action).length() + action.label().length() + 3).sum();
        return width <= canvas.columns();
    }
}
