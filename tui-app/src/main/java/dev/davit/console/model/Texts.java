package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Sought;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What every screen of lines can do: be searched and saved.
final class Texts {
    private Texts() {}

    /// The lines that fill the room.
    static Optional<Lines> lines(AppState state) {
        return state.ground() instanceof Screen.Text text ? Optional.of(text.lines()) : Optional.empty();
    }

    /// Goes on with the lines that fill the room; nothing comes of it where there are none.
    static Next with(AppState state, Function<Lines, Next> work) {
        return lines(state).map(work).orElseGet(() -> Next.of(state));
    }

    /// With other lines of a source, or at another place in them.
    static AppState map(AppState state, SourceId source, UnaryOperator<Lines> change) {
        return Stack.map(state, screen -> screen instanceof Screen.Text text && text.lines().source().equals(source)
                ? text.with(change.apply(text.lines()))
                : screen);
    }

    static Sought sought(AppState state) {
        if (state.ground() instanceof Screen.Tree tree) return tree.sought();
        return lines(state).map(Lines::sought).orElse(Sought.NOTHING);
    }

    /// The lines that fill the room, looking for something else; nothing is found yet.
    static AppState seeking(AppState state, Sought sought) {
        var ground = state.ground();
        if (ground instanceof Screen.Tree) return Stack.map(state, screen -> screen.equals(ground) && screen instanceof Screen.Tree tree ? tree.seeking(sought) : screen);
        return lines(state).map(lines -> map(state, lines.source(), each -> each.seeking(sought))).orElse(state);
    }

    static AppState wrapped(AppState state) {
        return lines(state).map(lines -> map(state, lines.source(), each -> each.wrapping(!each.wrapped()))).orElse(state);
    }

    static AppState askSieve(AppState state) {
        String before = lines(state).map(lines -> lines.sieve().text()).orElse("");
        return Prompts.ask(state, Screen.Prompt.Purpose.SIFT, LineEditor.of(before));
    }

    /// Shows only what lets through what was typed; all lines when nothing was.
    static Next sift(AppState state, String typed) {
        return with(state, lines -> Next.of(state, new Effect.Sift(lines.source(), lines.sieve().with(typed), lines.view().top())));
    }

    /// Looks for what was typed, from the first line on the screen on; for what was looked for last when nothing was typed.
    static Next search(AppState state, String typed) {
        var sought = typed.isEmpty() ? sought(state) : Sought.of(typed);
        if (sought.isNothing()) return Next.of(state);
        if (state.top() instanceof Screen.Tree) return Next.of(Trees.search(state, Sought.of(sought.text()), true));
        return with(state, lines -> Next.of(seeking(state, sought), new Effect.Find(lines.source(), sought, lines.view().top(), true)));
    }

    /// The next line with it, or the one before.
    static Next search(AppState state, boolean forwards) {
        if (state.top() instanceof Screen.Tree tree) return Next.of(Trees.search(state, tree.sought(), forwards));
        int height = state.layout().bodyHeight();
        return with(state, lines -> Next.of(state, new Effect.Find(lines.source(), lines.sought(), from(lines, height, forwards), forwards)));
    }

    /// Beside the line where it was found; where one has gone on from there, from the edge of what is on the screen.
    private static long from(Lines lines, int height, boolean forwards) {
        long top = lines.view().top();
        long edge = forwards ? top : top + height - 1;
        return lines.sought().line().stream().filter(line -> line >= top && line < top + height).map(line -> line + (forwards ? 1 : -1)).findFirst().orElse(edge);
    }

    /// Where it was found comes into sight.
    static AppState found(AppState state, Message.Found found) {
        if (found.line().isEmpty()) return state.saying(Notice.problem("no line has \"" + found.sought().text() + "\""));
        long line = found.line().getAsLong();
        int height = state.layout().bodyHeight();
        var next = map(state, found.source(), lines ->
                lines.at(lines.view().showing(line, lines.extent(), height)).seeking(found.sought().at(line)));
        return found.wrapped() ? next.saying(Notice.done("gone on at the other end")) : next;
    }

    static Next save(AppState state, String path) {
        if (path.isEmpty()) return Next.of(state);
        return with(state, lines -> Next.of(state, new Effect.Save(lines.source(), path)));
    }
}
