package dev.davit.console;

import dev.davit.terminal.Pty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The console under `./davit` on a pseudo-terminal of 160 by 45, from its start to its end, as the benches look at it.
final class BenchConsole implements AutoCloseable {
    private final WatchedScreen screen = new WatchedScreen();
    private final Pty pty = Pty.open(160, 45, screen::take);
    private final long began;
    private final Process program;

    BenchConsole(Path launcher) throws IOException {
        var environment = new HashMap<>(System.getenv());
        environment.put("LANG", "C.UTF-8");
        began = System.nanoTime();
        program = pty.start(environment, List.of(launcher.toString()));
    }

    /// When its command was given, as [System#nanoTime] tells.
    long began() {
        return began;
    }

    /// Types keys; answers when, as [System#nanoTime] tells.
    long type(String keys) {
        long now = System.nanoTime();
        pty.type(keys);
        return now;
    }

    /// When the frame came that shows it.
    long when(String what, Predicate<String> shown) throws InterruptedException {
        return screen.when(what, shown);
    }

    WatchedScreen screen() {
        return screen;
    }

    /// What it costs while nobody types.
    Cost idle(int seconds) throws IOException, InterruptedException {
        return Cost.of(java(), screen::bytes, seconds);
    }

    private ProcessHandle java() {
        return program.descendants().filter(child -> child.info().command().orElse("").endsWith("/java")).findFirst().orElse(program.toHandle());
    }

    @Override
    public void close() {
        pty.type("q");
        try {
            if (!program.waitFor(10, TimeUnit.SECONDS)) System.err.println("bench: the console did not quit by its key");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pty.close();
    }
}
