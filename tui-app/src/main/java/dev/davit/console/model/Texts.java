package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Sought;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What every screen of lines can do: be searched and saved.
final class Texts {
    private Texts() {}

    /// Lines on the screen.
    private record Lines(SourceId source, Extent extent, TextView view, Sought sought) {}

    private static Optional<Lines> lines(Screen screen) {
        return switch (screen) {
            case Screen.Log log -> Optional.of(new Lines(log.source(), log.extent(), log.view(), log.sought()));
            case Screen.Output output -> Optional.of(new Lines(output.source(), output.extent(), output.view(), output.sought()));
            case Screen.Containers _, Screen.Things _, Screen.Help _, Screen.Confirm _, Screen.Failures _, Screen.Prompt _ -> Optional.empty();
        };
    }

    static Sought sought(AppState state) {
        return lines(state.ground()).map(Lines::sought).orElse(Sought.NOTHING);
    }

    /// The lines that fill the room, looking for something else; nothing is found yet.
    static AppState seeking(AppState state, Sought sought) {
        return lines(state.ground()).map(lines -> of(state, lines.source(), log -> log.seeking(sought), output -> output.seeking(sought))).orElse(state);
    }

    private static AppState of(AppState state, SourceId source, UnaryOperator<Screen.Log> log, UnaryOperator<Screen.Output> output) {
        return Stack.map(state, screen -> switch (screen) {
            case Screen.Log one when one.source().equals(source) -> log.apply(one);
            case Screen.Output one when one.source().equals(source) -> output.apply(one);
            case Screen.Log _, Screen.Output _, Screen.Containers _, Screen.Things _, Screen.Help _, Screen.Confirm _, Screen.Failures _, Screen.Prompt _ -> screen;
        });
    }

    static AppState ask(AppState state, Screen.Prompt.Purpose purpose) {
        return Stack.push(state, new Screen.Prompt(purpose, LineEditor.EMPTY, 0));
    }

    /// Looks for what was typed, from the first line on the screen on; for what was looked for last when nothing was typed.
    static Next search(AppState state, String typed) {
        var sought = typed.isEmpty() ? sought(state) : Sought.of(typed);
        if (sought.isNothing()) return Next.of(state);
        return lines(state.ground())
                .map(lines -> Next.of(seeking(state, sought), new Effect.Find(lines.source(), sought, lines.view().top(), true)))
                .orElseGet(() -> Next.of(state));
    }

    /// The next line with it, or the one before.
    static Next search(AppState state, boolean forwards) {
        int height = state.layout().bodyHeight();
        return lines(state.ground())
                .map(lines -> Next.of(state, new Effect.Find(lines.source(), lines.sought(), from(lines, height, forwards), forwards)))
                .orElseGet(() -> Next.of(state));
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
        var next = of(
                state, found.source(),
                log -> log.with(log.view().showing(line, log.extent(), height)).seeking(found.sought().at(line)),
                output -> output.with(output.view().showing(line, output.extent(), height)).seeking(found.sought().at(line)));
        return found.wrapped() ? next.saying(Notice.done("gone on at the other end")) : next;
    }

    static Next save(AppState state, String path) {
        if (path.isEmpty()) return Next.of(state);
        return lines(state.ground()).map(lines -> Next.of(state, new Effect.Save(lines.source(), path))).orElseGet(() -> Next.of(state));
    }
}
