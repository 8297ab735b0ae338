package dev.davit.console.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything that a key can do: the one table from which the keymap, the key bar and the help come.
public enum Action {
    LOGS(Scope.CONTAINERS, "logs", "Follow its log, or those of all that are marked in one", "enter", "l"),
    STOP(Scope.CONTAINERS, "stop", "Stop it: by its signal, then by SIGKILL", "s"),
    START(Scope.CONTAINERS, "start", "Start it", "S", "u"),
    RESTART(Scope.CONTAINERS, "restart", "Stop it and start it again", "r"),
    PAUSE(Scope.CONTAINERS, "pause", "Freeze its processes, or thaw them", "p"),
    SHELL(Scope.CONTAINERS, "shell", "Run a shell in it, on this terminal", "e"),
    STATS(Scope.CONTAINERS, "stats", "Its figures as they move, and their graphs", "v"),
    OPEN_PORT(Scope.CONTAINERS, "open", "Open a port that it publishes in a browser", "w"),
    COPY_ADDRESS(Scope.CONTAINERS, "copy-address", "Copy its addresses, or those of all that are marked", "A"),
    ALL(Scope.CONTAINERS, "all", "Show those that do not run, or hide them", "a"),
    COLUMNS(Scope.CONTAINERS, "columns", "Choose which columns are shown", "|"),
    UNIT(Scope.CONTAINERS, "CPU unit", "Tell CPU in percent of one core, or of all", "%"),

    LAYERS(Scope.IMAGES, "layers", "Its layers: what made each, and what it adds", "enter", "l"),

    MEASURE(Scope.VOLUMES, "sizes", "Find out how large they are: the engine walks through all of them", "z"),

    INSPECT(Scope.TABLE, "inspect", "All that the engine knows of it", "i", "enter"),
    TREE(Scope.TABLE, "tree", "All that the engine knows of it, as a tree", "t"),
    REMOVE(Scope.TABLE, "remove", "Remove it; tells what is lost and asks first", "d", "delete"),
    MARK(Scope.TABLE, "mark", "Mark it, or unmark it; keys mean all that are marked", "space"),
    MARK_TO(Scope.TABLE, "mark-to", "Mark all from the last mark to here", "M"),
    MARK_ALL(Scope.TABLE, "mark-all", "Mark all rows shown, or none", "*"),
    OPERATIONS(Scope.TABLE, "more", "All that can be done with it, as commands", "x"),
    COPY(Scope.TABLE, "copy", "Copy its name, or the names of all that are marked", "c"),
    COPY_ID(Scope.TABLE, "copy-id", "Copy its whole id, or those of all that are marked", "C"),
    FILTER(Scope.TABLE, "filter", "Show rows with text, !text, ~letters, -l label, volume=NAME", "/"),
    DETAILS(Scope.TABLE, "details", "Show its details beside or below the table, or hide them", "tab"),
    DETAILS_DOWN(Scope.TABLE, "details-down", "Further down in the details", "]"),
    DETAILS_UP(Scope.TABLE, "details-up", "Further up in the details", "["),
    USERS(Scope.TABLE, "used by", "The containers that have it, running or not", "u"),
    ORDER(Scope.TABLE, "order", "Order by the next column", "o"),
    TURN(Scope.TABLE, "turn", "Order the other way round", "O"),
    CLEAR(Scope.TABLE, "clear", "Unmark all, then show all rows, then the containers", "esc"),
    CONTAINERS(Scope.TABLE, "containers", "The containers", "1"),
    IMAGES(Scope.TABLE, "images", "The images", "2"),
    NETWORKS(Scope.TABLE, "networks", "The networks", "3"),
    VOLUMES(Scope.TABLE, "volumes", "The volumes", "4"),
    ENGINES(Scope.TABLE, "engines", "Turn to another engine or docker context", "5"),
    DISK(Scope.TABLE, "disk usage", "What takes room on the disk, and what of it can be had back", "6"),
    EVENTS(Scope.TABLE, "events", "What happened in the last hour, and what happens, as it happens", "7"),
    VIEWS(Scope.TABLE, "views", "Turn to a table as it was saved with :view save NAME", "8"),
    QUIT(Scope.TABLE, "quit", "Leave", "q"),

    SEARCH(Scope.SEARCHED, "search", "Look for a text or a regular expression; all that matches is marked", "/"),
    SIFT(Scope.TEXT, "filter", "Show only lines with a text or a regular expression; with !text those without", "&", "F"),
    NEXT(Scope.SEARCHED, "next", "The next line in which it is", "n"),
    PREVIOUS(Scope.SEARCHED, "previous", "The line before in which it is", "N"),
    WRAP(Scope.TEXT, "wrap", "Let long lines go on in the next row, or cut them", "W"),
    COPY_LINES(Scope.TEXT, "copy", "Copy the lines on the screen", "c"),
    SAVE(Scope.TEXT, "save", "Write the lines that are shown to a file", "w"),
    FOLLOW(Scope.LOG, "follow", "Stay at the end, or let go of it", "f"),
    TIMES(Scope.LOG, "times", "Show when each line was written", "t"),
    SINCE(Scope.LOG, "since", "Show it since a time, perhaps until another (10m, 2026-01-02T03:04), or its end again", "s"),
    STREAMS(Scope.LOG, "streams", "Show only what went to stdout, or only what went to stderr, or both", "o"),
    CLOSE_LOG(Scope.LOG, "back", "Back", "esc", "q"),
    CLOSE_OUTPUT(Scope.OUTPUT, "back", "Back; ends the command if it still runs", "esc", "q"),
    STATS_UNIT(Scope.STATS, "CPU unit", "Tell CPU in percent of one core, or of all", "%"),
    LONGER(Scope.STATS, "longer", "Show more time, up to an hour: a column is the highest of several samples, or means", "-", "left", "h"),
    SHORTER(Scope.STATS, "shorter", "Show less time, more of it", "+", "right", "l"),
    CLOSE_STATS(Scope.STATS, "back", "Back", "esc", "q"),
    CHOOSE(Scope.CHOICE, "choose", "Take this line; a command goes into the command line, where enter does it", "enter"),
    FILTER_CHOICE(Scope.CHOICE, "filter", "Show lines with a text; !text without, ~letters", "/"),
    COPY_CHOICE(Scope.CHOICE, "copy", "Copy this line", "c"),
    CLOSE_CHOICE(Scope.CHOICE, "back", "Back", "esc", "q"),
    FOLD(Scope.TREE, "open", "Open it or close it; right and left do so too", "enter", "space"),
    FOLD_ALL(Scope.TREE, "all", "Open all, or close all", "*"),
    COPY_VALUE(Scope.TREE, "copy", "Copy its value", "c"),
    CLOSE_TREE(Scope.TREE, "back", "Back", "esc", "q"),
    CLOSE_HELP(Scope.HELP, "back", "Back", "esc", "q", "?", "enter"),

    YES(Scope.CONFIRM, "yes", "Do it", "y", "Y"),
    NO(Scope.CONFIRM, "no", "Leave it as it is", "n", "N", "esc", "q"),

    DOWN(Scope.ANYWHERE, "down", "Down", "j", "down", "ctrl-n"),
    UP(Scope.ANYWHERE, "up", "Up", "k", "up", "ctrl-p"),
    PAGE_DOWN(Scope.ANYWHERE, "page-down", "A screen down", "pgdn", "ctrl-f", "ctrl-v", "space"),
    PAGE_UP(Scope.ANYWHERE, "page-up", "A screen up", "pgup", "ctrl-b", "alt-v"),
    HALF_DOWN(Scope.ANYWHERE, "half-down", "Half a screen down", "ctrl-d"),
    HALF_UP(Scope.ANYWHERE, "half-up", "Half a screen up", "ctrl-u"),
    TOP(Scope.ANYWHERE, "top", "To the first", "g", "home", "alt-<"),
    BOTTOM(Scope.ANYWHERE, "bottom", "To the last", "G", "end", "alt->"),
    LEFT(Scope.ANYWHERE, "left", "To the left", "h", "left"),
    RIGHT(Scope.ANYWHERE, "right", "To the right", "l", "right"),
    COMMAND(Scope.ANYWHERE, "command", "Type a command of davit's: inspect, pull, top", ":"),
    HELP(Scope.ANYWHERE, "help", "These keys", "?", "f1"),
    JOURNAL(Scope.ANYWHERE, "journal", "Commands that were run, to be repeated or copied", "J", "@"),
    FAILURES(Scope.ANYWHERE, "failures", "What failed last among several, and why", "E"),
    REDRAW(Scope.ANYWHERE, "redraw", "Draw the screen anew", "ctrl-l"),
    MOUSE(Scope.ANYWHERE, "mouse", "Leave the mouse to the terminal, or take it back", "m"),
    LEAVE(Scope.ANYWHERE, "leave", "Leave, from wherever one is", "ctrl-c");

    private final Scope scope;
    private final String label;
    private final String help;
    private final String keys;

    Action(Scope scope, String label, String help, String... keys) {
        this.scope = scope;
        this.label = label;
        this.help = help;
        this.keys = String.join(" ", keys);
    }

    /// Its name in keymaps: `page-down`, `close-log`.
    public String actionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Where it can be done.
    public Scope scope() {
        return scope;
    }

    /// One word for the key bar.
    public String label() {
        return label;
    }

    /// A line for the help.
    public String help() {
        return help;
    }

    /// The keys that it has by default, the one to be shown first.
    public List<String> keys() {
        return List.of(keys.split(" ", -1));
    }

    /// Whether something is lost by it: then it asks first.
    public boolean isDangerous() {
        return this == REMOVE;
    }

    /// Whether something outside is changed by it, or may be.
    boolean changes() {
        return switch (this) {
            case STOP, START, RESTART, PAUSE, SHELL, REMOVE -> true;
            default -> false;
        };
    }

    /// Why it cannot be done now, in one sentence; empty when it can.
    public Optional<String> whyNot(AppState state) {
        return Availability.whyNot(this, state);
    }
}
