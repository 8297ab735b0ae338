package dev.davit.console.model;

import dev.davit.console.input.Input;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.store.Kind;
import dev.davit.engine.container.ContainerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How the console goes on: a state and a message give the next state and what is to be done outside. Pure.
public final class Update {
    private Update() {}

    /// The next step.
    public static Next step(AppState state, Message message) {
        var next = settled(Measuring.wanted(Keeping.after(state, message, onSameScreen(state, told(state, message)))));
        next = Telling.wanted(state, next);
        var before = watched(state);
        var after = watched(next.state());
        if (!before.equals(after)) next = next.and(new Effect.Watch(after));
        var shown = shown(next.state());
        return shown.equals(shown(state)) ? next : next.and(new Effect.Show(shown));
    }

    /// Keys that were begun on one screen mean nothing on another.
    private static Next onSameScreen(AppState before, Next next) {
        boolean same = before.top().scope() == next.state().top().scope();
        return same ? next : new Next(next.state().beginning(Keystrokes.NONE), next.effects());
    }

    private static Next told(AppState state, Message message) {
        // what the first frame waits for goes before the switch, which is linked anew at every start
        if (message instanceof Message.Containers(var table)) return containers(state, table);
        if (message instanceof Message.Engine(var connection)) return Next.of(state.knowing(state.world().connected(connection)));
        return anyOther(state, message);
    }

    private static Next anyOther(AppState state, Message message) {
        return switch (message) {
            case Message.Typed(Input input) -> Logs.reaching(Keys.typed(state, input));
            case Message.Titled(var column) -> Next.of(Tables.ordered(state, state.order().by(column)));
            case Message.Gone _ -> Next.of(state, new Effect.Quit());
            case Message.Resized(var size) -> Next.of(state.sized(size), new Effect.Repaint());
            case Message.Passed _ -> Next.of(state);
            case Message.Engine(var connection) -> Next.of(state.knowing(state.world().connected(connection)));
            case Message.Recalled(var kept) -> Next.of(Keeping.recalled(state, kept));
            case Message.Inspected(var title, var tree) -> Next.of(Trees.show(state, title, tree));
            case Message.Engines(var engines) -> Next.of(Choices.engines(state, engines));
            case Message.Turned(var name) -> turned(state, name);
            case Message.Containers(var table) -> containers(state, table);
            case Message.Things(var kind, var table) -> Next.of(state.knowing(state.world().with(kind, table)));
            case Message.Measured measured -> Next.of(Measuring.measured(state, measured));
            case Message.Details(var details) -> Next.of(Telling.told(state, details));
            case Message.Figures(var samples) -> Next.of(figures(state.knowing(state.world().with(samples))));
            case Message.Lines(var source, var extent) -> Next.of(lines(state, source, extent));
            case Message.Ended(var round, var job, var tally) -> Next.of(ended(idle(state, job.subject()), round, tally));
            case Message.Exited(var source, var code) -> Next.of(exited(state, source, code));
            case Message.Returned(var code, var complaint) -> Next.of(Journal.returned(state, code, complaint), new Effect.Repaint());
            case Message.Sifted sifted -> Next.of(Texts.map(
                    state, sifted.source(), lines -> lines.sifted(sifted.sieve(), sifted.extent(), sifted.top())));
            case Message.Preceded(var source, var older) -> Next.of(Stack.map(
                    state, screen -> screen instanceof Screen.Log log && log.lines().source().equals(source) ? log.preceded(older) : screen));
            case Message.Limited(var source, var span) -> Logs.limited(state, source, span);
            case Message.Found found -> Next.of(Texts.found(state, found));
            case Message.Taken(var text, var lines) -> Copies.copy(state, text, lines + (lines == 1 ? " line" : " lines"));
            case Message.Files(var line, var paths) -> Next.of(Prompts.completed(state, line, paths));
            case Message.Kept(var lines) -> Next.of(state.remembering(state.past().recalling(lines)));
            case Message.Browsing(var url, var command) -> Next.of(Journal.browsing(state, url, command));
            case Message.Browsed(var command, var code) -> Next.of(Journal.browsed(state, command, code));
            case Message.NoBrowser(var url) -> Copies.copy(state, url, url + ": no browser is known here");
            case Message.Views(var views, var toChoose) -> toChoose ? Views.list(state.viewing(views)) : Next.of(state.viewing(views));
            case Message.Told(var sentence) -> Next.of(state.saying(Notice.done(sentence)));
            case Message.Problem(var sentence) -> Next.of(state.saying(Notice.problem(sentence)));
        };
    }

    /// All that is known, and all that is open, is the other engine's.
    private static Next turned(AppState state, String name) {
        var bottom = Stack.bottom(state);
        return new Next(
                Tables.arranged(bottom.state(), Arrangement.START).knowing(World.UNKNOWN).doing(Map.of()).saying(Notice.done("turned to " + name)), bottom.effects());
    }

    /// How far it is while it lasts; in the end what came of it.
    private static AppState ended(AppState state, Round round, Round.Tally tally) {
        if (tally.ended() < round.jobs().size()) return state.saying(Notice.working(round.doing(tally), round.command()));
        if (tally.failures().isEmpty()) return Journal.ended(state, round, "done").saying(Notice.done(round.done(tally), round.command()));
        var sentences = tally.failures().stream().map(Round.Failure::text).toList();
        String more = sentences.size() == 1 ? "" : " and " + (sentences.size() - 1) + " more";
        String problem = (round.jobs().size() == 1 ? "" : round.done(tally) + "; ") + sentences.getFirst() + more;
        var told = Journal.ended(state, round, problem).saying(Notice.problem(problem));
        return round.jobs().size() == 1 ? told : told.remembering(told.past().failing(sentences));
    }

    private static AppState idle(AppState state, String subject) {
        var busy = new HashMap<>(state.busy());
        busy.remove(subject);
        return state.doing(busy);
    }

    /// A log that ended with its container goes on when that runs again.
    private static Next containers(AppState state, dev.davit.console.store.ContainerTable table) {
        var next = Next.of(state.knowing(state.world().with(table)));
        for (var screen : state.screens()) {
            if (!(screen instanceof Screen.Log log)) continue;
            for (var writer : log.writers()) {
                boolean ran = state.containers().find(writer.id()).filter(row -> row.state().isRunning()).isPresent();
                boolean runs = table.find(writer.id()).filter(row -> row.state().isRunning()).isPresent();
                if (runs && !ran) next = next.and(new Effect.Resume(log.lines().source(), writer.id()));
            }
        }
        return next;
    }

    /// What is followed through time grows by the newest.
    private static AppState figures(AppState state) {
        return Stack.map(state, screen -> screen instanceof Screen.Stats stats ? state.samples().of(stats.id()).map(stats::and).orElse(stats) : screen);
    }

    private static AppState lines(AppState state, Screen.SourceId source, dev.davit.console.store.Scrollback.Extent extent) {
        return Texts.map(state, source, lines -> lines.with(extent));
    }

    private static AppState exited(AppState state, Screen.SourceId source, int code) {
        return Stack.map(Journal.ended(state, source, code), screen -> screen instanceof Screen.Output output && output.lines().source().equals(source)
                ? output.exited(code)
                : screen);
    }

    /// Views follow what has changed under them.
    private static Next settled(Next next) {
        var state = next.state();
        int height = state.layout().bodyHeight();
        var ids = state.ids();
        return new Next(Stack.map(state, screen -> settled(state, screen, ids, height)), next.effects());
    }

    private static Screen settled(AppState state, Screen screen, List<ContainerId> ids, int height) {
        // as above
        if (screen instanceof Screen.Containers list) return list.with(list.view().within(ids, height));
        return switch (screen) {
            case Screen.Containers list -> list.with(list.view().within(ids, height));
            case Screen.Things things -> {
                var keys = state.keys(things);
                // before its first list it has no rows that one could stand on
                boolean known = state.world().things(things.kind()).isKnown();
                yield known ? things.with(things.view().within(keys, height)) : things;
            }
            case Screen.Tree tree -> tree.with(tree.view().within(tree.numbers(), height));
            case Screen.Choice choice -> Choices.settled(state, choice, height);
            case Screen.Stats stats -> stats.moved(height, 0);
            case Screen.Text text -> text.with(text.lines().within(height));
            case Screen.Overlay _ -> screen;
        };
    }

    /// Which kind of things somebody sees, or has below what is seen.
    private static Optional<Kind> shown(AppState state) {
        return state.screens().stream().flatMap(screen -> screen instanceof Screen.Things things ? Stream.of(things.kind()) : Stream.empty()).findFirst();
    }

    /// Whose figures somebody sees, or whose order comes from them.
    static Set<ContainerId> watched(AppState state) {
        if (!(state.connection() instanceof Connection.Connected)) return Set.of();
        var seen = new HashSet<ContainerId>();
        boolean table = state.ground() instanceof Screen.Containers;
        var rows = table && state.list().order().needsFigures() ? state.rows() : state.visibleRows();
        if (state.ground() instanceof Screen.Stats stats) rows = state.containers().find(stats.id()).stream().toList();
        for (var row : rows) if (row.state().isRunning()) seen.add(row.id());
        return seen;
    }
}
