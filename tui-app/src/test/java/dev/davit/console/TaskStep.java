package dev.davit.console;

import dev.davit.batch.ShellWords;
import dev.davit.console.input.Key;
import dev.davit.console.model.Action;
import dev.davit.console.model.Scope;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of a task: something that is done, or that must come to be.
sealed interface TaskStep {

    /// What must come to be.
    sealed interface Seen extends TaskStep {}

    /// Docker's own command does something: before the console begins, or meanwhile by somebody else.
    record Docker(List<String> words) implements TaskStep {}

    /// Actions by their keys, on a screen of this scope.
    record Act(Scope scope, List<Action> actions) implements TaskStep {}

    /// The cursor goes to the row that begins with a text, step by step.
    record Go(Scope scope, String row) implements TaskStep {}

    /// A text is typed.
    record Write(String text) implements TaskStep {}

    /// Keys that no keymap changes: those of a line being typed.
    record Press(List<Key> keys) implements TaskStep {}

    /// The screen comes to hold a text, or to hold it no more.
    record See(String text, boolean there) implements Seen {}

    /// A line of the screen comes to hold what a regular expression says.
    record Like(Pattern pattern) implements Seen {}

    /// A table's row comes to hold a text.
    ///
    /// @param name what the row begins with
    record Row(String name, String text) implements Seen {}

    /// A row comes to be the first of its table.
    record First(String row) implements Seen {}

    /// What docker says comes to be this, any blanks taken for one.
    record Holds(List<String> words, String said) implements Seen {}

    /// What docker says is on the clipboard.
    record Copied(List<String> words) implements Seen {}

    /// A file in the user's home comes to hold this, any blanks taken for one.
    record Filed(String name, String content) implements Seen {}

    /// Reads the line of a list; the first word says what it is.
    static TaskStep of(String line) {
        int blank = line.indexOf(' ');
        String first = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        return switch (first) {
            case "docker" -> new Docker(ShellWords.of(rest));
            case "runs" -> new Docker(runs(ShellWords.of(rest)));
            case "write" -> new Write(rest);
            case "press" -> new Press(Stream.of(rest.split(" +", -1)).map(name -> Key.spelled(name).orElseThrow()).toList());
            case "see" -> new See(rest, true);
            case "unseen" -> new See(rest, false);
            case "like" -> new Like(Pattern.compile(rest));
            case "row" -> new Row(before(rest, " "), after(rest, " "));
            case "first" -> new First(rest);
            case "holds" -> new Holds(ShellWords.of(before(rest, "=>")), after(rest, "=>"));
            case "copied" -> new Copied(ShellWords.of(rest));
            case "file" -> new Filed(before(rest, "=>"), after(rest, "=>"));
            default -> rest.startsWith("to ")
                    ? new Go(scope(first), rest.substring("to ".length()))
                    : new Act(scope(first), Stream.of(rest.split(" +", -1)).map(TaskStep::action).toList());
        };
    }

    /// A container that does nothing, and ends at once when it is asked to.
    private static List<String> runs(List<String> words) {
        var run = Stream.of("run", "-d", "--stop-signal", "KILL", "--name", words.getFirst());
        var rest = Stream.of("busybox", "sleep", "1000");
        return Stream.of(run, words.stream().skip(1), rest).flatMap(each -> each).toList();
    }

    private static String before(String text, String mark) {
        return text.substring(0, text.indexOf(mark)).strip();
    }

    private static String after(String text, String mark) {
        return text.substring(text.indexOf(mark) + mark.length()).strip();
    }

    private static Scope scope(String word) {
        return Stream.of(Scope.values()).filter(scope -> scope.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("neither a step nor a place: " + word));
    }

    private static Action action(String name) {
        return Stream.of(Action.values()).filter(action -> action.actionName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no action " + name));
    }
}
