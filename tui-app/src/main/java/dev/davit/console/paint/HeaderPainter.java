package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Connection;
import dev.davit.console.model.Screen;
import dev.davit.format.Graphemes;
import dev.davit.format.SafeText;
import java.util.ArrayList;
import java.util.List;

/// The first row: who answers and why, the way to where one is, how many containers there are.
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
        var way = Crumbs.of(state, canvas.signs());
        String left = left(state, way, canvas.signs(), beside);
        // where one is matters more than how many there are
        boolean whole = left.endsWith(Crumbs.text(way, canvas.signs(), Integer.MAX_VALUE));
        boolean counted = small && (whole || state.ground() instanceof Screen.Table);
        int end = canvas.put(x + 1, 0, counted ? left : left(state, way, canvas.signs(), room), theme.style(Ink.HEADER), counted ? beside : room);
        if (counted) canvas.putRight(width - 1, 0, right, theme.style(Ink.HEADER), width - end);
    }

    /// Who answers, and the way to where one is. Where there is no room for both, first what answers is left out, then the way's
    /// beginning, and at last who answers.
    ///
    /// @param room columns
    private static String left(AppState state, List<String> way, Signs signs, int room) {
        String bar = " " + signs.bar() + " ";
        String who = who(state.connection(), signs);
        String what = state.connection() instanceof Connection.Connected connected ? bar + SafeText.line(connected.name()) : "";
        if (way.isEmpty()) return Graphemes.width(who + what) <= room ? who + what : who;
        String whole = who + what + bar + Crumbs.text(way, signs, Integer.MAX_VALUE);
        if (Graphemes.width(whole) <= room) return whole;
        int rest = room - Graphemes.width(who + bar);
        if (Crumbs.least(way, signs) <= rest) return who + bar + Crumbs.text(way, signs, rest);
        String lost = state.connection() instanceof Connection.Lost ? signs.failed() + " " : "";
        return lost + Crumbs.text(way, signs, room - Graphemes.width(lost));
    }

    /// Not by a switch over types: what the first frames show is linked anew at every start.
    private static String who(Connection connection, Signs signs) {
        if (connection instanceof Connection.Connecting) return "connecting " + signs.ellipsis();
        return connection instanceof Connection.Connected connected ? SafeText.line(connected.choice()) : signs.failed() + " no engine";
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
