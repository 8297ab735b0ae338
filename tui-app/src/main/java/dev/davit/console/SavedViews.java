package dev.davit.console;

import dev.davit.config.UserFiles;
import dev.davit.console.model.Message;
import dev.davit.console.model.View;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Views, kept in a small file for all engines, for its user alone. It is read and written on a thread of its own, one thing after
/// the other; closing waits until all is written. What another console has kept meanwhile stays, and so does a file that cannot be
/// understood.
final class SavedViews implements AutoCloseable {
    private static final int MOST_BYTES = 256 << 10;

    private final Optional<Path> file;
    private final Mailbox mailbox;
    private final ExecutorService disk = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("views").factory());

    /// @param folder of the file; none where nothing can be kept
    SavedViews(Optional<Path> folder, Mailbox mailbox) {
        this.file = folder.map(SavedViews::file);
        this.mailbox = mailbox;
    }

    static Path file(Path folder) {
        return folder.resolve("views");
    }

    /// Tells which there are.
    void load() {
        file.ifPresent(path -> disk.execute(() -> attempt("the views are not there: ", path, () -> {
            var kept = read(path);
            if (!kept.isEmpty()) mailbox.post(new Message.Views(kept, false));
        })));
    }

    /// Tells which there are, to choose from.
    void list() {
        if (file.isEmpty()) mailbox.post(new Message.Views(List.of(), true));
        file.ifPresent(path -> disk.execute(() -> attempt("the views are not there: ", path, () -> mailbox.post(new Message.Views(read(path), true)))));
    }

    /// Writes one, in the place of another of its name.
    void keep(View view) {
        change("cannot save the view " + view.name() + ": ", views -> {
            views.removeIf(each -> each.name().equals(view.name()));
            views.add(view);
            views.sort(Comparator.comparing(View::name));
            return "saved the view " + view.name() + " of the " + view.table();
        });
    }

    /// Writes all but one.
    void forget(String name) {
        change("cannot remove the view " + name + ": ", views -> {
            views.removeIf(each -> each.name().equals(name));
            return "removed the view " + name;
        });
    }

    /// @param change makes it, and returns what is said of it
    private void change(String failing, Function<List<View>, String> change) {
        if (file.isEmpty()) {
            mailbox.post(new Message.Problem(failing + "there is no home folder to keep it in"));
            return;
        }
        var path = file.get();
        disk.execute(() -> attempt(failing, path, () -> {
            var views = new ArrayList<>(read(path));
            String done = change.apply(views);
            write(path, views);
            mailbox.post(new Message.Views(views, false));
            mailbox.post(new Message.Told(done));
        }));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void attempt(String failing, Path path, Work work) {
        try {
            work.run();
        } catch (IOException e) {
            mailbox.post(new Message.Problem(failing + KeptText.reason(e, path)));
        } catch (IllegalArgumentException e) {
            mailbox.post(new Message.Problem(failing + e.getMessage() + ": " + path));
        }
    }

    private static List<View> read(Path path) throws IOException {
        try {
            return ViewsText.read(KeptText.read(path, MOST_BYTES));
        } catch (NoSuchFileException e) {
            // nothing was saved yet
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "no views kept", e);
            return List.of();
        }
    }

    private static void write(Path path, List<View> views) throws IOException {
        String text = ViewsText.of(views);
        if (text.length() > MOST_BYTES / 4) throw new IOException("there are too many");
        UserFiles.makeFolder(path);
        UserFiles.replace(path, text);
    }

    @Override
    public void close() {
        disk.close();
    }
}
