package dev.davit.console;

import dev.davit.config.UserFiles;
import dev.davit.console.model.Arrangement;
import dev.davit.console.model.Message;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the user has arranged the tables, kept in a small file for each engine, for its user alone. Files are read and written on
/// threads of their own: nothing that is drawn waits for them.
final class Arrangements implements AutoCloseable {
    private static final int MOST_BYTES = 4096;
    /// Most file systems take 255 bytes: what is added to a name, and to that of a new file beside it, needs some of them.
    private static final int LONGEST_NAME = 180;

    private final Optional<Path> folder;
    private final Mailbox mailbox;
    private final Map<String, Arrangement> pending = new LinkedHashMap<>();
    private boolean complained;

    /// @param folder of the files; none where nothing can be kept
    Arrangements(Optional<Path> folder, Mailbox mailbox) {
        this.folder = folder;
        this.mailbox = mailbox;
    }

    /// The file of an engine, whatever its name is.
    static Path file(Path folder, String engine) {
        String name = URLEncoder.encode(engine, StandardCharsets.UTF_8);
        boolean fits = name.length() <= LONGEST_NAME;
        return folder.resolve("tables-" + (fits ? name : name.substring(0, LONGEST_NAME) + "-" + Integer.toHexString(engine.hashCode())));
    }

    /// Tells how the tables of an engine were arranged, if that was kept.
    void recall(String engine) {
        folder.ifPresent(there -> Thread.ofVirtual().name("recall").start(() -> read(file(there, engine), engine)));
    }

    private void read(Path file, String engine) {
        try {
            mailbox.post(new Message.Recalled(ArrangementText.read(engine, KeptText.read(file, MOST_BYTES))));
        } catch (NoSuchFileException e) {
            // this engine has not been looked at yet, or nothing was changed
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "no arrangement kept", e);
        } catch (IOException e) {
            mailbox.post(new Message.Problem("the tables are not as they were left: " + KeptText.reason(e, file)));
        } catch (IllegalArgumentException e) {
            mailbox.post(new Message.Problem("the tables are not as they were left: " + e.getMessage() + ": " + file));
        }
    }

    /// Writes it soon; of several for the same engine only the last one.
    void keep(Arrangement arrangement) {
        if (folder.isEmpty()) return;
        synchronized (pending) {
            pending.put(arrangement.engine(), arrangement);
        }
        Thread.ofVirtual().name("keep").start(this::write);
    }

    /// One thread at a time, so that what came last is what stays.
    private synchronized void write() {
        List<Arrangement> taken;
        synchronized (pending) {
            taken = List.copyOf(pending.values());
            pending.clear();
        }
        for (var arrangement : taken) folder.ifPresent(there -> write(there, arrangement));
    }

    private void write(Path there, Arrangement arrangement) {
        try {
            var file = file(there, arrangement.engine());
            UserFiles.makeFolder(file);
            UserFiles.replace(file, ArrangementText.of(arrangement));
        } catch (IOException e) {
            // once is enough: it will not be better the next time
            if (!complained) mailbox.post(new Message.Problem("cannot keep how the tables are arranged: " + KeptText.reason(e, there)));
            complained = true;
        }
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        write();
    }
}
