package dev.davit.console.model;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What goes to the user's clipboard. Where it arrives is the terminal's affair (OSC 52), also over ssh; some ask, some refuse.
final class Copies {
    /// Terminals take about 100 kB in base64; xterm's documentation names no limit.
    private static final int MOST_BYTES = 74_000;

    private Copies() {}

    static Next names(AppState state) {
        return copy(state, Targets.names(state), "names");
    }

    static Next ids(AppState state) {
        return copy(state, Targets.ids(state), "names");
    }

    static Next addresses(AppState state) {
        return copy(state, Targets.addresses(state), "addresses");
    }

    static Next choice(AppState state) {
        if (!(state.top() instanceof Screen.Choice choice)) return Next.of(state);
        return choice.selected().map(row -> copy(state, List.of(row.cells().getFirst()), "lines")).orElseGet(() -> Next.of(state));
    }

    static Next lines(AppState state) {
        int height = state.layout().bodyHeight();
        return Texts.with(state, lines -> Next.of(state, new Effect.CopyLines(lines.source(), lines.view().top(), height)));
    }

    private static Next copy(AppState state, List<String> words, String kind) {
        return copy(state, String.join("\n", words), words.size() == 1 ? words.getFirst() : words.size() + " " + kind);
    }

    static Next copy(AppState state, String text, String what) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Next.of(state.saying(Notice.problem("that is more than a terminal takes for its clipboard")));
        }
        return Next.of(state.saying(Notice.done("copied " + what)), new Effect.Copy(text));
    }
}
