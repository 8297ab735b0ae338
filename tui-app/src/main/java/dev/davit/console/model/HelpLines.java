package dev.davit.console.model;

import dev.davit.format.Wrap;
import java.util.ArrayList;
import java.util.List;

/// The help as lines.
///
/// @param keys the keys of an action; empty in a heading
/// @param text what it does, or the heading
public record HelpLines(String keys, String text) {
    /// Columns of the widest box, its frame included.
    public static final int WIDEST = 84;

    private static final int MOST_KEYS = 3;

    /// What the keys of a scope do.
    public static List<HelpLines> of(Keymap keymap, Scope scope) {
        var lines = new ArrayList<HelpLines>();
        for (var each : scope.chain()) {
            if (!lines.isEmpty()) lines.add(new HelpLines("", ""));
            section(lines, keymap, scope, each);
        }
        var own = keymap.commands().stream().filter(command -> command.scope() == scope).toList();
        if (!own.isEmpty()) {
            lines.add(new HelpLines("", ""));
            lines.add(new HelpLines("", "your own"));
            for (var command : own) lines.add(new HelpLines(command.keys().toString(), command.name()));
        }
        if (scope == Scope.CONTAINERS || scope == Scope.STATS) {
            lines.add(new HelpLines("", ""));
            lines.add(new HelpLines("", "figures"));
            lines.add(new HelpLines("CPU", "Percent of one core (200%: two cores busy), or of all cores"));
            lines.add(new HelpLines("MEMORY", "Without droppable cache; in percent of its limit"));
        }
        return lines;
    }

    private static void section(List<HelpLines> lines, Keymap keymap, Scope shown, Scope of) {
        lines.add(new HelpLines("", of.word()));
        for (var action : Action.values()) {
            if (action.scope() != of || isIdle(action, shown)) continue;
            var keys = keymap.keys(shown, action);
            if (!keys.isEmpty()) lines.add(new HelpLines(together(keys.subList(0, Math.min(MOST_KEYS, keys.size()))), action.help()));
        }
    }

    /// Where there are sequences, which have blanks in them, there are two blanks between.
    private static String together(List<String> keys) {
        return String.join(keys.stream().anyMatch(key -> key.contains(" ")) ? "  " : " ", keys);
    }

    /// A table has no sides.
    private static boolean isIdle(Action action, Scope shown) {
        return shown.isTable() && (action == Action.LEFT || action == Action.RIGHT);
    }

    /// What failed, as lines.
    public static List<String> ofFailures(AppState state) {
        int room = Math.min(WIDEST, state.size().columns()) - 4;
        return state.past().failures().stream().flatMap(sentence -> Wrap.lines(sentence, room).stream()).toList();
    }

    /// How many of them a screen shows.
    public static int height(Layout layout) {
        return Math.max(1, layout.rows() - 4);
    }
}
