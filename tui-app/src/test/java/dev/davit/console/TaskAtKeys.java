package dev.davit.console;

import dev.davit.console.input.Key;
import dev.davit.console.input.Keystrokes;
import dev.davit.console.model.Action;
import dev.davit.console.model.Keymap;
import dev.davit.console.model.Scope;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Does a task before the console in tmux, by keys alone.
final class TaskAtKeys implements AutoCloseable {
    private static final Map<String, String> IN_TMUX = Map.of(
            "enter", "Enter", "esc", "Escape", "backspace", "BSpace", "delete", "DC", "pgdn", "PageDown", "pgup", "PageUp",
            "space", "Space", "tab", "Tab");
    private static final int FIRST_ROW = 2;

    private final Dockerd daemon;
    private final Keymap keymap;
    private final Path home;
    private final Tmux tmux;
    private boolean ready;
    private boolean escaped;

    /// Begins the console; what docker does at first, it does meanwhile.
    ///
    /// @param home the user's, where the console is begun
    TaskAtKeys(Dockerd daemon, Keymap keymap, Path home, int columns, int rows) throws IOException, InterruptedException {
        this.daemon = daemon;
        this.keymap = keymap;
        this.home = home;
        this.tmux = InTmux.console(daemon, home, columns, rows);
    }

    /// Does one step.
    void perform(TaskStep step) throws Exception {
        switch (step) {
            case TaskStep.Docker(var words) -> {
                var said = docker(words);
                if (said.code() != 0) throw new AssertionError("docker ended with " + said.code() + ": " + said.text());
            }
            case TaskStep.Act(var scope, var actions) -> {
                for (var action : actions) press(keys(scope, action));
            }
            case TaskStep.Go(var scope, var row) -> go(scope, row);
            case TaskStep.Write(var text) -> tmux().write(text);
            case TaskStep.Press(var keys) -> {
                for (var key : keys) press(key);
            }
            case TaskStep.See(var text, var there) -> until(() -> tmux().text().contains(text) == there);
            case TaskStep.Like(var pattern) -> until(() -> lines().stream().anyMatch(line -> pattern.matcher(line).find()));
            case TaskStep.Row(var name, var text) -> until(() -> lines().stream().anyMatch(line -> isRow(line, name) && line.contains(text)));
            case TaskStep.First(var row) -> until(() -> isRow(lines().get(FIRST_ROW), row));
            case TaskStep.Holds(var words, var said) -> until(() -> said(words).equals(said));
            case TaskStep.Copied(var words) -> until(() -> oneLine(tmux().clipboard()).equals(said(words)));
            case TaskStep.Filed(var name, var content) ->
                until(() -> Files.exists(home.resolve(name)) && oneLine(Files.readString(home.resolve(name))).equals(content));
        }
    }

    /// What is on the screen.
    String screen() throws IOException, InterruptedException {
        return tmux.text();
    }

    private void until(Await.Condition condition) throws IOException, InterruptedException {
        tmux();
        Await.until("it comes to be", condition);
        escaped = false;
    }

    private Tmux tmux() throws IOException, InterruptedException {
        if (!ready) tmux.see("docker (named by DOCKER_HOST)").see(" running");
        ready = true;
        return tmux;
    }

    private Keystrokes keys(Scope scope, Action action) {
        var keys = keymap.keys(scope, action);
        if (keys.isEmpty()) throw new AssertionError("in " + scope.word() + " no key does " + action.actionName());
        return Keystrokes.spelled(keys.getFirst()).orElseThrow();
    }

    private void press(Keystrokes keys) throws IOException, InterruptedException {
        for (var key : keys.keys()) press(key);
    }

    /// What comes at once after the escape key would be a key with alt.
    private void press(Key key) throws IOException, InterruptedException {
        if (escaped) throw new AssertionError("esc was pressed: what must be seen then has to be said before the next key");
        escaped = key.equals(Key.ESCAPE);
        String name = key.name();
        if (name.codePointCount(0, name.length()) == 1) tmux().write(name);
        else tmux().type(IN_TMUX.getOrDefault(name, name.replace("ctrl-", "C-").replace("alt-", "M-")));
    }

    /// Rows of what lives may move meanwhile: among them it looks again after each step. A step that is seen late may be found to
    /// have been the last one: then there is nothing to press.
    private void go(Scope scope, String row) throws IOException, InterruptedException {
        until(() -> cursor(lines()) >= 0 && (index(lines(), row) >= 0 || isFull(lines())));
        while (!isRow(atCursor(lines()), row)) {
            var before = lines();
            int from = cursor(before);
            int to = index(before, row);
            if (to < 0) {
                press(keys(scope, Action.PAGE_DOWN));
                until(() -> !lines().equals(before));
            } else if (from >= 0 && from != to) {
                var step = keys(scope, to > from ? Action.DOWN : Action.UP);
                boolean lives = scope != Scope.CHOICE;
                for (int i = 0; i < (lives ? 1 : Math.abs(to - from)); i++) press(step);
                until(() -> isRow(atCursor(lines()), row) || (lives && !atCursor(lines()).equals(before.get(from))));
            }
        }
    }

    private List<String> lines() throws IOException, InterruptedException {
        return tmux().text().lines().toList();
    }

    private static int cursor(List<String> lines) {
        for (int i = FIRST_ROW; i < lines.size(); i++) if (lines.get(i).startsWith("▌")) return i;
        return -1;
    }

    private static String atCursor(List<String> lines) {
        int at = cursor(lines);
        return at < 0 ? "" : lines.get(at);
    }

    /// Whether rows may be out of sight: the last but two of the screen is one, above a message and the keys.
    private static boolean isFull(List<String> lines) {
        return !lines.get(lines.size() - 3).isBlank();
    }

    private static int index(List<String> lines, String row) {
        for (int i = FIRST_ROW; i < lines.size(); i++) if (isRow(lines.get(i), row)) return i;
        return -1;
    }

    private static boolean isRow(String line, String row) {
        return line.startsWith(row, FIRST_ROW) && "▌ ".indexOf(line.charAt(0)) >= 0 && " ✓".indexOf(line.charAt(1)) >= 0;
    }

    private String said(List<String> words) throws IOException, InterruptedException {
        return oneLine(docker(words).text());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /// What docker said, on both its streams, and how it ended.
    private record Said(int code, String text) {}

    private Said docker(List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("docker"));
        for (String word : words) command.add(word.replace("$DOCKER_HOST", daemon.host()));
        var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("DOCKER_HOST", daemon.host(), "HOME", home.toString()));
        var process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Override
    public void close() throws IOException {
        tmux.close();
    }
}
