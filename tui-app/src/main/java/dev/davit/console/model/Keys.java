package dev.davit.console.model;

import dev.davit.console.input.Input;
import dev.davit.console.input.Key;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.store.Kind;
import java.util.Optional;

/// What keys do: to the line being typed, or by the keymap. What the mouse does, [Pointing] knows.
final class Keys {
    private Keys() {}

    static Next typed(AppState before, Input input) {
        var state = quiet(before).beginning(Keystrokes.NONE);
        return switch (input) {
            case Input.Paste(String text) -> state.top() instanceof Screen.Prompt prompt
                    ? Next.of(Prompts.edited(state, prompt, prompt.line().insert(text)))
                    : Next.of(state);
            case Input.Pointer pointer -> Pointing.at(state, pointer);
            case Input.Press(Key key) -> state.top() instanceof Screen.Prompt prompt ? Prompts.press(state, prompt, key) : press(state, before.begun().and(key));
        };
    }

    /// A message has been read when the next key comes; what is still being done stays.
    private static AppState quiet(AppState state) {
        return state.notice().filter(notice -> notice.kind() != Notice.Kind.WORKING).isPresent()
                ? state.saying(Optional.empty())
                : state;
    }

    private static Next press(AppState state, Keystrokes keys) {
        var own = state.keymap().command(state.top().scope(), keys);
        if (own.isPresent()) return Choices.own(state, own.get());
        var action = state.keymap().action(state.top().scope(), keys);
        if (action.isEmpty()) return Next.of(unbound(state, keys));
        var refusal = action.get().whyNot(state);
        return refusal.isPresent() ? Next.of(state.saying(Notice.problem(refusal.get()))) : perform(state, action.get());
    }

    /// They begin something, or what they have begun is not to be.
    private static AppState unbound(AppState state, Keystrokes keys) {
        if (!state.keymap().following(state.top().scope(), keys).isEmpty()) return state.beginning(keys);
        if (!keys.isSequence()) return state;
        return state.saying(keys.keys().getLast().equals(Key.ESCAPE)
                ? Notice.done("nothing was done: esc dropped what was begun")
                : Notice.problem(keys + " does nothing here"));
    }

    private static Next perform(AppState state, Action action) {
        return switch (action) {
            case LOGS -> ContainerActions.logs(state);
            case STOP -> ContainerActions.stop(state);
            case START -> ContainerActions.start(state);
            case RESTART -> ContainerActions.restart(state);
            case PAUSE -> ContainerActions.pause(state);
            case REMOVE -> Removal.ask(state);
            case SHELL -> ContainerActions.shell(state);
            case STATS -> ContainerActions.stats(state);
            case OPEN_PORT -> ContainerActions.openPort(state);
            case UNIT, STATS_UNIT -> Next.of(otherUnit(state));
            case LONGER, SHORTER -> Next.of(stretched(state, action));
            case ALL -> Next.of(Tables.arranged(state, state.arrangement().showingAll(!state.arrangement().all())));
            case COLUMNS -> Next.of(Choices.columns(state));
            case ORDER -> Next.of(Tables.ordered(state, state.order().next(Tables.columns(state))));
            case TURN -> Next.of(Tables.ordered(state, state.order().turned()));
            case COPY -> Copies.names(state);
            case COPY_ADDRESS -> Copies.addresses(state);
            case DETAILS -> Next.of(Telling.turned(state));
            case DETAILS_DOWN -> Next.of(Telling.scrolled(state, state.layout().paneHeight() / 2));
            case DETAILS_UP -> Next.of(Telling.scrolled(state, -(state.layout().paneHeight() / 2)));
            case COPY_ID -> Copies.ids(state);
            case ENGINES -> Next.of(state, new Effect.ListEngines());
            case DISK -> Tables.run(state, "system", "df", "-v");
            case MEASURE -> Measuring.begin(state);
            case VIEWS -> Next.of(state, new Effect.ListViews());
            case EVENTS -> Tables.follow(state, "events", "--since", "1h");
            case TREE -> Trees.ask(state);
            case FOLD -> Next.of(Trees.fold(state));
            case FOLD_ALL -> Next.of(Trees.foldAll(state));
            case COPY_VALUE -> Trees.copy(state);
            case OPERATIONS -> Next.of(Choices.operations(state));
            case JOURNAL -> Next.of(Choices.journal(state));
            case CHOOSE -> Choices.choose(state);
            case COPY_CHOICE -> Copies.choice(state);
            case COPY_LINES -> Copies.lines(state);
            case CLEAR -> Next.of(Tables.clear(state));
            case USERS -> Next.of(Tables.users(state));
            case FILTER, FILTER_CHOICE -> Next.of(Tables.filter(state, Tables.filter(state)));
            case MARK, MARK_TO, MARK_ALL -> Next.of(Targets.marked(state, action));
            case INSPECT -> Tables.inspect(state);
            case LAYERS -> Tables.layers(state);
            case CONTAINERS -> Next.of(Tables.containers(state));
            case IMAGES -> Next.of(Tables.go(state, Kind.IMAGES));
            case NETWORKS -> Next.of(Tables.go(state, Kind.NETWORKS));
            case VOLUMES -> Next.of(Tables.go(state, Kind.VOLUMES));
            case COMMAND -> Next.of(Prompts.ask(state, Screen.Prompt.Purpose.COMMAND, LineEditor.EMPTY));
            case HELP -> Next.of(Stack.push(state, new Screen.Help(state.top().scope(), 0)));
            case SEARCH -> Next.of(Prompts.ask(state, Screen.Prompt.Purpose.SEARCH, LineEditor.EMPTY));
            case WRAP -> Next.of(Texts.wrapped(state));
            case SIFT -> Next.of(Texts.askSieve(state));
            case SAVE -> Next.of(Prompts.ask(state, Screen.Prompt.Purpose.SAVE, LineEditor.EMPTY));
            case NEXT -> Texts.search(state, true);
            case PREVIOUS -> Texts.search(state, false);
            case FOLLOW, TIMES -> Next.of(log(state, action));
            case SINCE -> Next.of(Logs.askSpan(state));
            case STREAMS -> Logs.turnStreams(state);
            case CLOSE_LOG, CLOSE_OUTPUT, CLOSE_STATS, CLOSE_CHOICE, CLOSE_TREE, CLOSE_HELP, NO -> Stack.pop(state);
            case YES -> yes(state);
            case FAILURES -> Next.of(Stack.push(state, new Screen.Failures(0)));
            case REDRAW -> Next.of(state, new Effect.Repaint());
            case MOUSE -> Next.of(state, new Effect.TurnMouse());
            case QUIT, LEAVE -> Next.of(state, new Effect.Quit());
            case DOWN, UP, PAGE_DOWN, PAGE_UP, HALF_DOWN, HALF_UP, TOP, BOTTOM, LEFT, RIGHT -> Next.of(Moves.move(state, action));
        };
    }

    private static AppState otherUnit(AppState state) {
        var unit = state.list().unit().other();
        return Tables.arranged(state, state.arrangement().telling(unit)).saying(Notice.done("CPU in percent of " + unit.words()));
    }

    private static AppState stretched(AppState state, Action action) {
        if (!(state.top() instanceof Screen.Stats stats)) return state;
        return Stack.replaceTop(state, action == Action.LONGER ? stats.longer() : stats.shorter());
    }

    private static AppState log(AppState state, Action action) {
        if (!(state.top() instanceof Screen.Log log)) return state;
        return Stack.replaceTop(state, action == Action.FOLLOW
                ? log.with(log.lines().at(log.lines().view().following(!log.lines().view().follow())))
                : log.withTimes(!log.times()));
    }

    private static Next yes(AppState state) {
        if (!(state.top() instanceof Screen.Confirm confirm)) return Next.of(state);
        return Rounds.begin(Stack.pop(state).state(), confirm.round());
    }
}
