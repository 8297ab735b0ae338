package dev.davit.console;

import dev.davit.testing.Await;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A tmux of a test's own with one window: a real terminal whose screen can be read. tmux(1).
final class Tmux implements AutoCloseable {
    private final Path socket;
    private final ProcessHandle server;

    private Tmux(Path socket, ProcessHandle server) {
        this.socket = socket;
        this.server = server;
    }

    /// Opens a window with a shell in it.
    ///
    /// @param folder for its socket; the shell begins there
    static Tmux open(Path folder, int columns, int rows, Map<String, String> environment) throws IOException, InterruptedException {
        Requirement.need(Requirement.TMUX);
        var socket = folder.resolve("t");
        var words = new ArrayList<>(List.of("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows, "-c", folder.toString()));
        words.addAll(List.of("env", "PS1=$ ", "sh"));
        run(socket, environment, words);
        // programs may give it texts, as they may give them to most terminals
        run(socket, Map.of(), List.of("set-option", "-s", "set-clipboard", "on"));
        long pid = Long.parseLong(run(socket, Map.of(), List.of("display-message", "-p", "#{pid}")).strip());
        return new Tmux(socket, ProcessHandle.of(pid).orElseThrow());
    }

    private static String run(Path socket, Map<String, String> environment, List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("tmux", "-S", socket.toString(), "-u"));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("TMUX"));
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException("tmux " + words + ": " + said);
        return said;
    }

    /// Types keys by tmux's names (`Enter`, `C-p`, `Down`), other words letter by letter.
    Tmux type(String... keys) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("send-keys"));
        words.addAll(List.of(keys));
        run(socket, Map.of(), words);
        return this;
    }

    /// Types a text letter by letter, whatever tmux would take it for.
    Tmux write(String text) throws IOException, InterruptedException {
        String whole = text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text;
        run(socket, Map.of(), List.of("send-keys", "-l", "--", whole));
        return this;
    }

    /// What a program gave to the clipboard last; nothing when none did.
    String clipboard() throws IOException, InterruptedException {
        if (run(socket, Map.of(), List.of("list-buffers")).isEmpty()) return "";
        return run(socket, Map.of(), List.of("show-buffer"));
    }

    Tmux resize(int columns, int rows) throws IOException, InterruptedException {
        run(socket, Map.of(), List.of("resize-window", "-x", "" + columns, "-y", "" + rows));
        return this;
    }

    /// What is on the screen.
    String text() throws IOException, InterruptedException {
        return run(socket, Map.of(), List.of("capture-pane", "-p"));
    }

    /// The first line that holds a text; empty when none does.
    String line(String text) throws IOException, InterruptedException {
        return text().lines().filter(line -> line.contains(text)).findFirst().orElse("");
    }

    /// The row of the console's table that begins with a name; empty when there is none.
    String row(String name) throws IOException, InterruptedException {
        return text().lines().filter(line -> line.matches("[ ▌] " + name + " .*")).findFirst().orElse("");
    }

    /// Waits until the screen is as wanted.
    Tmux until(String what, Await.Condition condition) throws IOException, InterruptedException {
        try {
            Await.until(what, Duration.ofSeconds(30), condition);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + text(), e);
        }
        return this;
    }

    Tmux see(String wanted) throws IOException, InterruptedException {
        return until("the screen shows \"" + wanted + "\"", () -> text().contains(wanted));
    }

    @Override
    public void close() throws IOException {
        try {
            run(socket, Map.of(), List.of("kill-server"));
        } catch (InterruptedException e) {
            server.destroy();
            Thread.currentThread().interrupt();
        }
        Await.until("tmux is gone", () -> !server.isAlive());
        Files.deleteIfExists(socket);
    }
}
