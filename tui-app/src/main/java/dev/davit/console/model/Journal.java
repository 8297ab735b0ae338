package dev.davit.console.model;

import dev.davit.cli.ExitCode;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.shell.SystemLine;
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
        return ended(state, key(source), result(code));
    }

    private static String result(int code) {
        return code == ExitCode.OK ? "done" : code == ExitCode.INTERRUPTED ? "broken off" : "exit " + code;
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

    /// A command of the system gets it.
    static Next lending(AppState state, SystemLine line) {
        return Next.of(begun(state, TERMINAL, line.toString()), new Effect.SuspendForSystem(line.command()));
    }

    /// The terminal is back. That all went well is said of what davit knows nothing of.
    static AppState returned(AppState state, int code, String complaint) {
        var ended = ended(state, TERMINAL, complaint.isEmpty() ? result(code) : complaint);
        if (!complaint.isEmpty()) return ended.saying(Notice.problem(complaint));
        String command = state.past().running(TERMINAL).map(Past.Deed::command).orElse("");
        return code == ExitCode.OK && SystemLine.of(command).isEmpty() ? ended : ended.saying(Notice.ended(code, command));
    }

    /// A browser was asked for an address.
    ///
    /// @param command of the system, that does it
    static AppState browsing(AppState state, String url, String command) {
        String line = new SystemLine(command).toString();
        return begun(state, line, line).saying(Notice.done("opening " + url, line));
    }

    /// That has ended, which may be long after; only when it went wrong somebody wants to know.
    static AppState browsed(AppState state, String command, int code) {
        String line = new SystemLine(command).toString();
        var ended = ended(state, line, result(code));
        return code == ExitCode.OK ? ended : ended.saying(Notice.ended(code, line));
    }

    private static String key(Round round) {
        return "round " + round.command();
    }

    private static String key(SourceId source) {
        return "output " + source.number();
    }
}
