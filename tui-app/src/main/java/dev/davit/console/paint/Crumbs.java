package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Screen;
import dev.davit.format.Graphemes;
import dev.davit.format.SafeText;
import java.util.ArrayList;
import java.util.List;

/// The way to where one is, screen by screen: `containers › web › logs`. Each `esc` goes one back on it.
final class Crumbs {
    /// What a command line may take of the way.
    private static final int COMMAND = 30;

    private Crumbs() {}

    /// One for each screen that fills the room; none where one has not gone anywhere.
    static List<String> of(AppState state, Signs signs) {
        if (state.ground() instanceof Screen.Containers list && list.filter().isEmpty()) return List.of();
        var crumbs = new ArrayList<String>();
        for (var screen : state.screens()) if (!(screen instanceof Screen.Overlay)) crumbs.add(SafeText.line(crumb(screen, signs)));
        return crumbs;
    }

    private static String crumb(Screen screen, Signs signs) {
        return switch (screen) {
            case Screen.Containers list -> "containers" + marked(" /", list.filter());
            case Screen.Things things -> things.kind().word() + marked(" /", things.filter());
            case Screen.Choice choice -> choice.menu().word() + marked(" /", choice.filter());
            case Screen.Log log -> log.title() + " " + signs.crumb() + " logs" + marked(" &", log.lines().sieve().text());
            case Screen.Output output -> beginning(SafeText.line(output.command()), COMMAND, signs) + marked(" &", output.lines().sieve().text());
            case Screen.Tree tree -> tree.title();
            case Screen.Stats stats -> stats.name() + " " + signs.crumb() + " figures";
            case Screen.Overlay _ -> "";
        };
    }

    private static String marked(String mark, String text) {
        return text.isEmpty() ? "" : mark + text;
    }

    /// As much of the way as there is room for: where one is matters more than where one comes from, so its beginning is left out.
    ///
    /// @param room columns
    static String text(List<String> crumbs, Signs signs, int room) {
        for (int from = 0; from < crumbs.size(); from++) {
            String text = from(crumbs, from, signs);
            if (Graphemes.width(text) <= room) return text;
        }
        return crumbs.isEmpty() ? "" : end(crumbs.getLast(), room, signs);
    }

    /// The columns of the shortest text that has all of where one is.
    static int least(List<String> crumbs, Signs signs) {
        return Graphemes.width(from(crumbs, crumbs.size() - 1, signs));
    }

    private static String from(List<String> crumbs, int index, Signs signs) {
        String between = " " + signs.crumb() + " ";
        return (index == 0 ? "" : signs.ellipsis() + between) + String.join(between, crumbs.subList(index, crumbs.size()));
    }

    private static String beginning(String text, int room, Signs signs) {
        if (Graphemes.width(text) <= room) return text;
        var kept = new StringBuilder();
        int width = 1;
        for (var piece : Graphemes.of(text)) {
            width += piece.columns();
            if (width > room) break;
            kept.append(piece.text());
        }
        return kept + signs.ellipsis();
    }

    private static String end(String text, int room, Signs signs) {
        var kept = new ArrayList<String>();
        int width = 1;
        for (var piece : Graphemes.of(text).reversed()) {
            width += piece.columns();
            if (width > room) break;
            kept.addFirst(piece.text());
        }
        return room < 1 ? "" : signs.ellipsis() + String.join("", kept);
    }
}
