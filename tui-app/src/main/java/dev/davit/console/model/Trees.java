package dev.davit.console.model;

import dev.davit.console.model.Screen.Tree;
import dev.davit.console.store.DocumentTree;
import dev.davit.console.store.Kind;
import dev.davit.console.store.Sought;
import dev.davit.console.store.Thing;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What the engine knows of a thing, as a tree.
final class Trees {
    private Trees() {}

    /// Asks for it.
    static Next ask(AppState state) {
        if (state.things().isEmpty()) {
            return state.selected().map(row -> Next.of(state, new Effect.Inspect(Optional.empty(), row.id().value(), "container " + row.name()))).orElseGet(() -> Next.of(state));
        }
        return state.selectedThing().map(thing -> Next.of(state, effect(thing))).orElseGet(() -> Next.of(state));
    }

    private static Effect effect(Thing thing) {
        return switch (thing) {
            case Thing.Image image -> new Effect.Inspect(Optional.of(Kind.IMAGES), image.id(), "image " + image.reference());
            case Thing.Network network -> new Effect.Inspect(Optional.of(Kind.NETWORKS), network.id(), "network " + network.name());
            case Thing.Volume volume -> new Effect.Inspect(Optional.of(Kind.VOLUMES), volume.id(), "volume " + volume.name());
        };
    }

    static AppState show(AppState state, String title, DocumentTree tree) {
        return Stack.push(state, new Tree(title, tree, Set.of(), ListView.start(), Sought.NOTHING));
    }

    /// Opens what is closed, and the other way round.
    static AppState fold(AppState state) {
        return node(state).map(node -> opened(state, node, !tree(state).open().contains(node.number()))).orElse(state);
    }

    /// To the right: into a node's parts. To the left: out of them, and to what they are parts of.
    static Tree aside(Tree tree, boolean right, int height) {
        var node = tree.selected();
        if (node.isEmpty()) return tree;
        boolean open = tree.open().contains(node.get().number());
        if (right) return node.get().isOpenable() ? opened(tree, node.get().number(), true) : tree;
        if (open) return opened(tree, node.get().number(), false);
        return node.get().parent() < 0 ? tree : at(tree, node.get().parent(), height);
    }

    private static AppState opened(AppState state, DocumentTree.Node node, boolean yes) {
        return node.isOpenable() ? Stack.replaceTop(state, opened(tree(state), node.number(), yes)) : state;
    }

    private static Tree opened(Tree tree, int number, boolean yes) {
        var open = new HashSet<>(tree.open());
        if (yes) open.add(number);
        else open.remove(number);
        return tree.opening(open);
    }

    private static Tree at(Tree tree, int number, int height) {
        var rows = tree.numbers();
        return tree.with(tree.view().at(rows, height, rows.indexOf(number)));
    }

    /// All open, or none.
    static AppState foldAll(AppState state) {
        var tree = tree(state);
        var all = new HashSet<Integer>();
        for (var node : tree.tree().nodes()) if (node.isOpenable()) all.add(node.number());
        return Stack.replaceTop(state, tree.opening(tree.open().containsAll(all) ? Set.of() : all));
    }

    /// Goes to the next node with what was typed, or to the one before, and opens what it is a part of.
    static AppState search(AppState state, Sought sought, boolean forwards) {
        var tree = tree(state);
        int from = tree.selected().map(DocumentTree.Node::number).orElse(0);
        // what one stands on counts when it is looked for anew
        int begin = sought.line().isPresent() ? from : from - 1;
        var found = tree.tree().find(sought.pattern(), begin, forwards);
        if (found.isEmpty()) return state.saying(Notice.problem("nothing in it has \"" + sought.text() + "\""));
        var open = new HashSet<>(tree.open());
        open.addAll(tree.tree().above(found.get().number()));
        var wider = tree.opening(open).seeking(new Sought(sought.text(), OptionalLong.of(found.get().number())));
        return Stack.replaceTop(state, at(wider, found.get().number(), state.layout().bodyHeight()));
    }

    static Next copy(AppState state) {
        return node(state).map(node -> Copies.copy(state, node.value(), node.name())).orElseGet(() -> Next.of(state));
    }

    private static Optional<DocumentTree.Node> node(AppState state) {
        return state.top() instanceof Tree tree ? tree.selected() : Optional.empty();
    }

    private static Tree tree(AppState state) {
        if (state.top() instanceof Tree tree) return tree;
        throw new IllegalStateException("no tree has the keys");
    }
}
