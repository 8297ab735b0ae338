package dev.davit.console.model;

import dev.davit.cli.ExitCode;
import dev.davit.console.model.Screen.SourceId;
import java.util.List;

/// Writes down what is run, and what came of it.
final class Journal {
    private static final String TERMINAL = "terminal";

    private Journal() {}

    static AppState begun(AppState state, Round round) {
        return begun(state, key(round), round.command());
    }

    static AppState begun(AppState state, SourceId source, String command) {
        return begun(state, key(source), command);
    }

    private static AppState begun(AppState state, String key, String command) {
        return state.remembering(state.past().beginning(key, command, state.now()));
    }

    static AppState ended(AppState state, Round round, String result) {
        return ended(state, key(round), result);
    }

    static AppState ended(AppState state, SourceId source, int code) {
        return ended(state, key(source), code == ExitCode.OK ? "done" : code == ExitCode.INTERRUPTED ? "broken off" : "exit " + code);
    }

    private static AppState ended(AppState state, String key, String result) {
        return state.remembering(state.past().ending(key, result, state.now()));
    }

    /// A command gets the terminal until it ends.
    ///
    /// @param command its line
    static Next lending(AppState state, String command, List<String> words) {
        return Next.of(begun(state, TERMINAL, command), new Effect.Suspend(words));
    }

    /// The terminal is back.
    static AppState returned(AppState state, String complaint) {
        return ended(state, TERMINAL, complaint.isEmpty() ? "done" : complaint);
    }

    private static String key(Round round) {
        return "round " + round.command();
    }

    private static String key(SourceId source) {
        return "output " + source.number();
    }
}
