package dev.davit.console.model;

import dev.davit.cli.Completion.Offer;
import dev.davit.console.model.Screen.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables as they were looked at, under names: `:view`.
final class Views {
    /// What it is called on the command line.
    static final String COMMAND = "view";
    /// What comes before a name there.
    static final List<String> WORDS = List.of("save", "rm");

    private Views() {}

    /// What was typed after `:view`.
    static Next command(AppState state, List<String> words) {
        if (words.isEmpty()) return Next.of(state, new Effect.ListViews());
        boolean word = WORDS.contains(words.getFirst());
        if (words.size() != (word ? 2 : 1)) return problem(state, "view takes NAME, save NAME or rm NAME");
        String name = words.getLast();
        boolean save = words.getFirst().equals("save");
        if (!save && named(state, name).isEmpty()) return problem(state, missing(state, name));
        if (!word) return turn(state, named(state, name).orElseThrow());
        if (!save) return Next.of(state, new Effect.ForgetView(name));
        return View.whyNot(name).map(reason -> problem(state, reason)).orElseGet(() -> Next.of(state, new Effect.KeepView(looked(state, name))));
    }

    private static Next problem(AppState state, String sentence) {
        return Next.of(state.saying(Notice.problem(sentence)));
    }

    private static Optional<View> named(AppState state, String name) {
        return state.views().stream().filter(view -> view.name().equals(name)).findFirst();
    }

    private static String missing(AppState state, String name) {
        String known = state.views().stream().map(View::name).collect(Collectors.joining(", "));
        return "there is no view \"" + name + "\"; " + (known.isEmpty() ? "none is saved yet" : "there are " + known);
    }

    /// The table that fills the room, or that one comes back to.
    private static View looked(AppState state, String name) {
        for (var screen : state.screens().reversed()) {
            if (screen instanceof Screen.Things things) return View.of(name, Optional.of(things.kind()), things.filter(), state.arrangement());
        }
        return View.of(name, Optional.empty(), state.list().filter(), state.arrangement());
    }

    /// All of them, to choose from, when they have just been read.
    static Next list(AppState state) {
        if (state.views().isEmpty()) return problem(state, "no view is saved yet: :view save NAME saves what is looked at");
        return Next.of(Stack.push(state, Choice.of(Menu.VIEWS, rows(state))));
    }

    static List<Choice.Row> rows(AppState state) {
        return state.views().stream().map(view -> new Choice.Row(
                view.name(), 0, List.of(view.name(), view.table(), view.filter(), view.looks().all() ? "" : "running", view.order().words()))).toList();
    }

    /// The one of this name, which may be gone by now.
    static Next chosen(AppState state, String name) {
        return command(state, List.of(name));
    }

    private static Next turn(AppState state, View view) {
        var bottom = Stack.bottom(state);
        var arranged = Tables.arranged(bottom.state(), view.over(state.arrangement()));
        var table = view.kind().map(kind -> Tables.go(arranged, kind)).orElse(arranged);
        return new Next(Stack.filtered(table, view.filter()).saying(Notice.done("view " + view.name())), bottom.effects());
    }

    /// What a line that is typed can go on with, beside what is known of davit's commands.
    static Offer completed(AppState state, String line, Offer others) {
        var words = Stream.of(line.split(" ", -1)).toList();
        String begun = words.getLast();
        var before = words.subList(0, words.size() - 1);
        var names = state.views().stream().map(View::name);
        Stream<String> own = Stream.of();
        if (before.isEmpty()) own = Stream.of(COMMAND);
        if (before.equals(List.of(COMMAND))) own = Stream.concat(WORDS.stream(), names);
        else if (before.size() == 2 && before.getFirst().equals(COMMAND) && WORDS.contains(before.getLast())) own = names;
        var all = Stream.concat(others.words().stream(), own.filter(word -> word.startsWith(begun))).distinct().sorted().toList();
        return new Offer(line.length() - begun.length(), all);
    }
}
