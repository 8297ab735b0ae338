package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Screen;
import dev.davit.format.Graphemes;
import java.util.ArrayList;

/// The first row: who answers and why, where one is, how many containers there are.
final class HeaderPainter {
    private HeaderPainter() {}

    static void paint(Canvas canvas, AppState state) {
        if (!state.layout().hasHeader()) return;
        var theme = canvas.theme();
        int width = canvas.columns();
        canvas.fill(0, 0, width, theme.style(Ink.HEADER));
        int x = canvas.put(0, 0, state.readOnly() ? " davit read-only " : " davit ", theme.style(Ink.BRAND), width);
        String right = counts(state);
        int room = width - x - 1;
        boolean small = right.length() < width / 2;
        int beside = small ? room - right.length() - 2 : room;
        String left = engine(state, canvas.signs(), beside);
        // where one is matters more than how many there are
        boolean counted = small && (Graphemes.width(left) <= beside || state.ground() instanceof Screen.Table);
        int end = canvas.put(x + 1, 0, left, theme.style(Ink.HEADER), counted ? beside : room);
        if (counted) canvas.putRight(width - 1, 0, right, theme.style(Ink.HEADER), width - end);
    }

    /// With what answers, where there is room for it.
    private static String engine(AppState state, Signs signs, int room) {
        return switch (state.connection()) {
            case Connection.Connecting _ -> "connecting " + signs.ellipsis();
            case Connection.Connected connected -> {
                String whole = connected.choice() + " " + signs.bar() + " " + connected.name() + place(state, signs);
                yield whole.length() <= room ? whole : connected.choice() + place(state, signs);
            }
            case Connection.Lost _ -> signs.failed() + " no engine" + place(state, signs);
        };
    }

    private static String place(AppState state, Signs signs) {
        return switch (state.ground()) {
            case Screen.Log log -> " " + signs.bar() + " log of " + log.title() + sieve(log, signs);
            case Screen.Output output -> " " + signs.bar() + " command" + sieve(output, signs);
            case Screen.Containers list -> filter(list.filter(), signs);
            case Screen.Things things -> " " + signs.bar() + " " + things.kind().word() + filter(things.filter(), signs);
            case Screen.Tree tree -> " " + signs.bar() + " " + tree.title();
            case Screen.Choice choice -> " " + signs.bar() + " " + choice.menu().word() + filter(choice.filter(), signs);
            case Screen.Stats stats -> " " + signs.bar() + " figures of " + stats.name();
            case Screen.Overlay _ -> "";
        };
    }

    private static String sieve(Screen.Text text, Signs signs) {
        var sieve = text.lines().sieve();
        return sieve.takesAnyText() ? "" : " " + signs.bar() + " &" + sieve.text();
    }

    private static String filter(String text, Signs signs) {
        return text.isEmpty() ? "" : " " + signs.bar() + " /" + text;
    }

    private static String counts(AppState state) {
        if (state.ground() instanceof Screen.Choice choice) return Integer.toString(choice.shown().size());
        if (state.marks() > 0) return state.marks() + " marked";
        var things = state.things().map(shown -> state.world().things(shown.kind()));
        if (things.isPresent()) return things.get().isKnown() ? Integer.toString(things.get().rows().size()) : "";
        if (!state.containers().isKnown()) return "";
        int running = 0;
        int paused = 0;
        int others = 0;
        for (var row : state.containers().rows()) {
            switch (row.state()) {
                case RUNNING, RESTARTING -> running++;
                case PAUSED -> paused++;
                case CREATED, REMOVING, EXITED, DEAD -> others++;
            }
        }
        var parts = new ArrayList<String>();
        parts.add(running + " running");
        if (paused > 0) parts.add(paused + " paused");
        if (others > 0) parts.add(others + (state.list().all() ? " stopped" : " hidden"));
        return String.join("  ", parts);
    }
}
