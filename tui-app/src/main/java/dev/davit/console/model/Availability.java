package dev.davit.console.model;

import dev.davit.cli.ReadOnly;
import dev.davit.console.store.ContainerRow;
import dev.davit.console.store.Thing;
import dev.davit.console.store.VolumeSizes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Why an action cannot be done on what it is for.
final class Availability {
    private Availability() {}

    static Optional<String> whyNot(Action action, AppState state) {
        if (state.readOnly() && action.changes()) return Optional.of(ReadOnly.refusal(action.actionName()));
        return switch (action) {
            case LOGS, STOP, START, RESTART, PAUSE -> ofContainers(action, state);
            case REMOVE -> state.things().isEmpty()
                    ? ofContainers(action, state)
                    : ofAll(Targets.things(state), "there is nothing to do that to", thing -> whyNotRemoved(state, thing));
            case SHELL, STATS, OPEN_PORT -> state.selected().map(row -> whyNot(action, state, row)).orElse(Optional.of("there is no container to do that to"));
            case INSPECT, TREE, LAYERS, MARK, MARK_TO, MARK_ALL, COPY, COPY_ID -> ofRow(state);
            case COPY_ADDRESS -> unless(!Targets.addresses(state).isEmpty(), "it has no address in a network");
            case DETAILS_DOWN, DETAILS_UP -> unless(state.layout().pane() != Layout.Pane.NONE, "no details are shown");
            case USERS -> unless(state.selectedThing().isPresent(), "only of images, networks and volumes are there containers that have them");
            case MEASURE -> unless(state.world().volumes().stage() != VolumeSizes.Stage.ASKED, "the volumes are being measured already");
            case FAILURES -> state.past().failures().isEmpty() ? Optional.of("nothing failed among several so far") : Optional.empty();
            case JOURNAL -> unless(!state.past().deeds().isEmpty(), "no command was run so far");
            case COPY_CHOICE -> unless(state.top() instanceof Screen.Choice choice && choice.selected().isPresent(), "there is nothing to copy");
            case COPY_VALUE -> unless(state.top() instanceof Screen.Tree tree && tree.selected().filter(node -> !node.isOpenable()).isPresent(), "only a value can be copied");
            case NEXT, PREVIOUS -> Texts.sought(state).isNothing() ? Optional.of("nothing is looked for yet") : Optional.empty();
            case COLUMNS, UNIT, STATS_UNIT, LONGER, SHORTER, CLOSE_STATS, ORDER, TURN, ALL, FILTER, FILTER_CHOICE, CLEAR, CONTAINERS, IMAGES, NETWORKS, VOLUMES, QUIT, DETAILS, SEARCH, SIFT, WRAP, COPY_LINES, SAVE, FOLLOW, TIMES, SINCE, STREAMS, CLOSE_LOG, CLOSE_OUTPUT, CLOSE_HELP, FOLD, FOLD_ALL, CLOSE_TREE, CHOOSE, CLOSE_CHOICE, OPERATIONS, ENGINES, EVENTS, DISK, VIEWS, MOUSE, YES, NO, DOWN, UP, PAGE_DOWN, PAGE_UP,
                    HALF_DOWN, HALF_UP, TOP, BOTTOM, LEFT, RIGHT, COMMAND, HELP, REDRAW, LEAVE -> Optional.empty();
        };
    }

    /// Why it cannot be done to a container.
    static Optional<String> whyNot(Action action, AppState state, ContainerRow row) {
        return switch (action) {
            case STOP -> doing(state, row.id().value()).or(() -> unless(row.state().canStop(), row.name() + " does not run"));
            case START -> doing(state, row.id().value()).or(() -> unless(row.state().canStart(), row.name() + " runs already"));
            case PAUSE -> doing(state, row.id().value()).or(() -> unless(row.state().isRunning(), row.name() + " does not run"));
            case RESTART, REMOVE -> doing(state, row.id().value());
            case SHELL, STATS -> runs(row);
            case OPEN_PORT -> runs(row).or(() -> unless(!ContainerActions.addresses(state, row).isEmpty(), row.name() + " publishes no TCP port that a browser gets at"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> runs(ContainerRow row) {
        return unless(row.state().isRunning(), row.name() + " does not run: S starts it");
    }

    /// Why a thing cannot be removed.
    static Optional<String> whyNotRemoved(AppState state, Thing thing) {
        boolean given = thing instanceof Thing.Network network && network.isGiven();
        return doing(state, thing.key()).or(() -> unless(!given, "network " + thing.name() + " is there from the start and stays"));
    }

    private static Optional<String> ofContainers(Action action, AppState state) {
        return ofAll(Targets.containers(state), "there is no container to do that to", row -> whyNot(action, state, row));
    }

    /// Why it can be done to none of these; empty when it can to one.
    private static <T> Optional<String> ofAll(List<T> targets, String none, Function<T, Optional<String>> why) {
        var reasons = targets.stream().map(why).toList();
        return reasons.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : reasons.stream().flatMap(Optional::stream).findFirst().or(() -> Optional.of(none));
    }

    private static Optional<String> doing(AppState state, String subject) {
        return Optional.ofNullable(state.busy().get(subject)).map(doing -> "already " + doing);
    }

    private static Optional<String> ofRow(AppState state) {
        boolean none = state.things().isPresent() ? state.selectedThing().isEmpty() : state.selected().isEmpty();
        return none ? Optional.of("there is nothing to do that to") : Optional.empty();
    }

    private static Optional<String> unless(boolean holds, String sentence) {
        return holds ? Optional.empty() : Optional.of(sentence);
    }
}
