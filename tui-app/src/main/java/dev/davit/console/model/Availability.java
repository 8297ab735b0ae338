package dev.davit.console.model;

import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Thing;
import java.util.Optional;
import java.util.function.Predicate;

/// Why an action cannot be done on what is selected.
final class Availability {
    private Availability() {}

    static Optional<String> whyNot(Action action, AppState state) {
        return switch (action) {
            case LOGS -> ofContainer(state);
            case STOP -> ofStop(state);
            case START -> ofStart(state);
            case RESTART -> ofIdle(state);
            case REMOVE -> ofRemoval(state);
            case INSPECT, LAYERS -> ofRow(state);
            case PAUSE -> ofPause(state);
            case SHELL -> ofRunning(state);
            case ALL, FILTER, CLEAR, CONTAINERS, IMAGES, NETWORKS, VOLUMES, QUIT, FOLLOW, TIMES, CLOSE_LOG, CLOSE_OUTPUT, CLOSE_HELP, YES, NO, DOWN, UP, PAGE_DOWN, PAGE_UP,
                    HALF_DOWN, HALF_UP, TOP, BOTTOM, LEFT, RIGHT, COMMAND, HELP, REDRAW, LEAVE -> Optional.empty();
        };
    }

    private static Optional<String> ofContainer(AppState state) {
        return state.selected().isEmpty() ? Optional.of("there is no container to do that to") : Optional.empty();
    }

    /// Nothing else is being done to it.
    private static Optional<String> ofIdle(AppState state) {
        return ofContainer(state).or(() -> state.selected().flatMap(row -> doing(state, row.id().value())));
    }

    private static Optional<String> doing(AppState state, String subject) {
        return Optional.ofNullable(state.busy().get(subject)).map(doing -> "already " + doing);
    }

    private static Optional<String> ofRow(AppState state) {
        boolean none = state.things().isPresent() ? state.selectedThing().isEmpty() : state.selected().isEmpty();
        return none ? Optional.of("there is nothing to do that to") : Optional.empty();
    }

    private static Optional<String> ofRemoval(AppState state) {
        if (state.things().isEmpty()) return ofIdle(state);
        return ofRow(state).or(() -> state.selectedThing().flatMap(thing -> doing(state, thing.key()))).or(() -> state.selectedThing()
                .filter(thing -> thing instanceof Thing.Network network && network.isGiven())
                .map(thing -> "network " + thing.name() + " is there from the start and stays"));
    }

    private static Optional<String> ofStop(AppState state) {
        return ofIdle(state).or(() -> unless(state, row -> row.state().canStop(), " does not run"));
    }

    private static Optional<String> ofStart(AppState state) {
        return ofIdle(state).or(() -> unless(state, row -> row.state().canStart(), " runs already"));
    }

    private static Optional<String> ofPause(AppState state) {
        return ofIdle(state).or(() -> unless(state, row -> row.state().isRunning(), " does not run"));
    }

    private static Optional<String> ofRunning(AppState state) {
        return ofContainer(state).or(() -> unless(state, row -> row.state().isRunning(), " does not run: S starts it"));
    }

    private static Optional<String> unless(AppState state, Predicate<ContainerRow> holds, String words) {
        return state.selected().filter(holds.negate()).map(row -> row.name() + words);
    }
}
