package dev.davit.console.paint;

import dev.davit.console.model.AppState;
import dev.davit.console.model.Screen;
import dev.davit.console.store.DocumentTree;
import java.util.function.Predicate;

/// A document as a tree.
final class TreePainter {
    private static final int STEP = 2;

    private TreePainter() {}

    static void paint(Canvas canvas, AppState state, Screen.Tree tree) {
        var layout = state.layout();
        var theme = canvas.theme();
        if (layout.hasTitles()) canvas.put(1, layout.titleRow(), tree.title(), theme.style(Ink.TITLES), canvas.columns() - 2);
        var rows = tree.tree().shown(tree.open());
        int from = Math.min(tree.view().top(), rows.size());
        Predicate<String> sought = tree.sought().isNothing() ? _ -> false : tree.sought().pattern().asPredicate();
        int y = layout.bodyRow();
        for (var node : rows.subList(from, Math.min(rows.size(), from + layout.bodyHeight()))) {
            boolean cursor = tree.selected().filter(node::equals).isPresent();
            if (cursor) {
                canvas.fill(0, y, canvas.columns(), theme.selected(Ink.TEXT));
                canvas.put(0, y, canvas.signs().cursor(), theme.selected(Ink.KEY), 1);
            }
            line(canvas, tree.open().contains(node.number()), sought.test(node.text()), node, y, cursor);
            y++;
        }
    }

    private static void line(Canvas canvas, boolean open, boolean found, DocumentTree.Node node, int y, boolean cursor) {
        var theme = canvas.theme();
        int x = Columns.MARGIN + node.depth() * STEP;
        if (node.isOpenable()) canvas.put(x, y, open ? "-" : "+", cursor ? theme.selected(Ink.KEY) : theme.style(Ink.KEY), 1);
        var name = found ? Ink.MATCH : Ink.NAME;
        int end = canvas.put(x + STEP, y, node.name(), cursor ? theme.selected(name) : theme.style(name), canvas.columns());
        String value = node.isOpenable() ? (open ? "" : "(" + node.parts() + ")") : node.value();
        var ink = node.isOpenable() ? Ink.DIM : Ink.TEXT;
        canvas.put(end + STEP, y, value, cursor ? theme.selected(ink) : theme.style(ink), canvas.columns());
    }
}
