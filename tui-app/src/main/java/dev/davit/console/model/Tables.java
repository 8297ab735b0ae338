package dev.davit.console.model;

import dev.davit.console.store.Kind;
import dev.davit.console.store.Thing;
import dev.davit.operation.CommandLine;
import java.util.List;

/// What every table can do: be filtered, make room for another, tell of the selected row.
final class Tables {
    private Tables() {}

    /// Another table in the place of this one.
    static AppState go(AppState state, Kind kind) {
        return Stack.push(containers(state), new Screen.Things(kind, ListView.start(), ""));
    }

    /// The containers, with nothing above them.
    static AppState containers(AppState state) {
        return state.stacked(state.screens().subList(0, 1));
    }

    /// No marks; where there are none, all rows again; where all are shown, one table back.
    static AppState clear(AppState state) {
        if (state.marks() > 0) return Targets.marked(state, Action.CLEAR);
        boolean filtered = !filter(state).isEmpty();
        return filtered || state.things().isEmpty() ? Stack.filtered(state, "") : containers(state);
    }

    /// The containers that have the thing with the cursor.
    static AppState users(AppState state) {
        return state.selectedThing().map(thing -> Stack.filtered(containers(state), thing.users())).orElse(state);
    }

    static AppState filter(AppState state, String text) {
        return Prompts.ask(state, Screen.Prompt.Purpose.FILTER, LineEditor.of(text));
    }

    /// What rows of the table, or lines to choose from, must contain.
    static String filter(AppState state) {
        if (state.top() instanceof Screen.Choice choice) return choice.filter();
        return state.things().map(Screen.Things::filter).orElseGet(() -> state.list().filter());
    }

    /// What the table that fills the room can be ordered by.
    static List<Order.Column> columns(AppState state) {
        return state.things().map(things -> Order.Column.of(things.kind())).orElseGet(() -> state.arrangement().columns());
    }

    /// That table in another order, and says so.
    static AppState ordered(AppState state, Order order) {
        var arrangement = state.arrangement();
        return arranged(state, state.things().map(things -> arrangement.ordered(things.kind(), order)).orElseGet(() -> arrangement.ordered(order)))
                .saying(Notice.done(order.words()));
    }

    static AppState arranged(AppState state, Arrangement other) {
        return Stack.list(state, list -> list.arranged(other));
    }

    /// Only where a row is selected, as [Availability] has seen.
    static Next inspect(AppState state) {
        if (state.things().isEmpty()) return run(state, "container", "inspect", state.selected().orElseThrow().name());
        return switch (state.selectedThing().orElseThrow()) {
            case Thing.Image image -> run(state, "image", "inspect", image.reference());
            case Thing.Network network -> run(state, "network", "inspect", network.name());
            case Thing.Volume volume -> run(state, "volume", "inspect", volume.name());
        };
    }

    static Next layers(AppState state) {
        return state.selectedThing()
                .map(thing -> thing instanceof Thing.Image image ? run(state, "history", image.reference()) : Next.of(state))
                .orElseGet(() -> Next.of(state));
    }

    /// Shows what a command says.
    static Next run(AppState state, String... words) {
        var line = CommandLine.of(words[0]);
        for (int i = 1; i < words.length; i++) line.argument(words[i]);
        return run(state, line.toString(), List.of(words));
    }

    /// Shows what a command says.
    ///
    /// @param line as it was typed
    static Next run(AppState state, String line, List<String> words) {
        return run(state, line, words, TextView.BEGINNING);
    }

    /// Shows what a command says that never ends: its end stays in sight.
    static Next follow(AppState state, String... words) {
        return run(state, String.join(" ", words), List.of(words), TextView.END);
    }

    private static Next run(AppState state, String line, List<String> words, TextView view) {
        var source = Stack.nextSource(state);
        var output = new Screen.Output(line, Lines.of(source, view), "");
        var begun = Journal.begun(state, source, line);
        return Next.of(Stack.push(begun, output).withSources(state.sources() + 1), new Effect.Capture(source, words));
    }
}
