package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Screen;
import java.util.ArrayList;

/// The first row: who answers and why, where one is, how many containers there are.
final class HeaderPainter {
    private HeaderPainter() {}

    static void paint(Canvas canvas, AppState state) {
        if (!state.layout().hasHeader()) return;
        var theme = canvas.theme();
        int width = canvas.columns();
        canvas.fill(0, 0, width, theme.style(Ink.HEADER));
        int x = canvas.put(0, 0, " davit ", theme.style(Ink.BRAND), width);
        String right = counts(state);
        int room = width - x - 1 - (right.length() < width / 2 ? right.length() + 2 : 0);
        canvas.put(x + 1, 0, engine(state, canvas.signs(), room), theme.style(Ink.HEADER), room);
        if (right.length() < width / 2) canvas.putRight(width - 1, 0, right, theme.style(Ink.HEADER), width);
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
            case Screen.Log log -> " " + signs.bar() + " log of " + log.name();
            case Screen.Output _ -> " " + signs.bar() + " command";
            case Screen.Containers list -> filter(list.filter(), signs);
            case Screen.Things things -> " " + signs.bar() + " " + things.kind().word() + filter(things.filter(), signs);
            case Screen.Overlay _ -> "";
        };
    }

    private static String filter(String text, Signs signs) {
        return text.isEmpty() ? "" : " " + signs.bar() + " /" + text;
    }

    private static String counts(AppState state) {
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
