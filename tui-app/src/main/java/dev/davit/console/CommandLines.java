package dev.davit.console;

import dev.davit.config.UserFiles;
import dev.davit.console.model.Message;
import dev.davit.shell.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What was typed after `:`, from one day to the next, as the shell keeps its lines. They are read and written on a thread of its own,
/// one after the other; closing waits until all are written.
final class CommandLines implements AutoCloseable {
    private static final int MOST = 500;

    private final Optional<Path> file;
    private final Mailbox mailbox;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("lines").factory());
    private boolean complained;

    CommandLines(Map<String, String> environment, Mailbox mailbox) {
        this.file = History.file(environment, "console-history");
        this.mailbox = mailbox;
    }

    /// Reads those of other days.
    void load() {
        file.ifPresent(path -> disk.execute(() -> load(path)));
    }

    private void load(Path path) {
        if (!Files.exists(path)) return;
        try {
            // whatever bytes are in it
            var all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
            var newest = all.subList(Math.max(0, all.size() - MOST), all.size());
            mailbox.post(new Message.Kept(newest.reversed()));
            if (all.size() > 2 * MOST) UserFiles.replace(path, String.join("\n", newest) + "\n");
        } catch (IOException e) {
            // What could be recalled is less; what is typed now is told when it cannot be kept.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "lines of other days", e);
        }
    }

    /// Writes a line that was typed, if it may be kept.
    void keep(String line) {
        if (History.isKept(line)) file.ifPresent(path -> disk.execute(() -> keep(path, line)));
    }

    private void keep(Path path, String line) {
        try {
            History.make(path);
            Files.writeString(path, line.strip() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            if (!complained) mailbox.post(new Message.Problem("lines are not kept: cannot write " + e.getMessage()));
            complained = true;
        }
    }

    @Override
    public void close() {
        disk.close();
    }
}
