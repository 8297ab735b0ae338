package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Thing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What an action is for: the rows that are marked, or else the one with the cursor.
final class Targets {
    private Targets() {}

    static List<ContainerRow> containers(AppState state) {
        return chosen(state.rows(), ContainerRow::id, state.list().view());
    }

    static List<Thing> things(AppState state) {
        return state.things().map(things -> chosen(state.rows(things), Thing::key, things.view())).orElse(List.of());
    }

    private static <R, I> List<R> chosen(List<R> rows, Function<R, I> identity, ListView<I> view) {
        var wanted = new HashSet<>(view.marked().isEmpty() ? view.selected().stream().toList() : view.marked());
        return rows.stream().filter(row -> wanted.contains(identity.apply(row))).toList();
    }

    /// What commands are given for them.
    static List<String> names(AppState state) {
        return state.things().isEmpty() ? containers(state).stream().map(ContainerRow::name).toList() : things(state).stream().map(Thing::reference).toList();
    }

    /// Their whole ids.
    static List<String> ids(AppState state) {
        return state.things().isEmpty() ? containers(state).stream().map(row -> row.id().value()).toList() : things(state).stream().map(Thing::id).toList();
    }

    /// Their addresses in their networks.
    static List<String> addresses(AppState state) {
        return containers(state).stream()
                .filter(row -> row.state().isRunning())
                .flatMap(row -> row.summary().networks().stream())
                .flatMap(network -> Stream.of(network.address(), network.ipv6Address()))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /// Those of them to which it can be done.
    static List<ContainerRow> able(AppState state, Action action) {
        return containers(state).stream().filter(row -> Availability.whyNot(action, state, row).isEmpty()).toList();
    }

    /// Those of them that can be removed.
    static List<Thing> removable(AppState state) {
        return things(state).stream().filter(thing -> Availability.whyNotRemoved(state, thing).isEmpty()).toList();
    }

    /// Another view of the rows of the table that has the keys.
    static AppState marked(AppState state, Action action) {
        return switch (state.top()) {
            case Screen.Containers list -> Stack.replaceTop(state, list.with(marked(
                    list.view(), state.ids(), state.layout().bodyHeight(), action)));
            case Screen.Things things -> Stack.replaceTop(state, things.with(marked(
                    things.view(), state.keys(things), state.layout().bodyHeight(), action)));
            case Screen.Choice _, Screen.Tree _, Screen.Stats _, Screen.Text _, Screen.Overlay _ -> state;
        };
    }

    private static <I> ListView<I> marked(ListView<I> view, List<I> ids, int height, Action action) {
        return switch (action) {
            case MARK -> view.toggled().moved(ids, height, 1);
            case MARK_TO -> view.markedTo(ids);
            case MARK_ALL -> view.marked().size() == ids.size() ? view.unmarked() : view.marking(ids);
            default -> view.unmarked();
        };
    }

    /// How many rows are marked in the table that fills the room.
    static int marks(AppState state) {
        // not by a switch for what the first frame shows: it is linked anew at every start
        return state.ground() instanceof Screen.Containers list ? list.view().marked().size() : marks(state.ground()).orElse(0);
    }

    private static Optional<Integer> marks(Screen screen) {
        return switch (screen) {
            case Screen.Containers list -> Optional.of(list.view().marked().size());
            case Screen.Things things -> Optional.of(things.view().marked().size());
            case Screen.Choice _, Screen.Tree _, Screen.Stats _, Screen.Text _, Screen.Overlay _ -> Optional.empty();
        };
    }
}
