package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.paint.LogText;
import dev.davit.console.store.LineStore;
import dev.davit.console.store.Sought;
import dev.davit.files.OutputFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What takes all lines in hand at once: on a thread of its own, for there may be very many.
final class LineTools {
    private final Sources sources;
    private final Mailbox mailbox;
    private final Path directory;
    private final Path home;

    /// @param directory where relative names begin
    /// @param home what `~/` means
    LineTools(Sources sources, Mailbox mailbox, Path directory, Path home) {
        this.sources = sources;
        this.mailbox = mailbox;
        this.directory = directory;
        this.home = home;
    }

    /// Looks for something from a line on, that included, and beyond the end at the other end.
    void find(SourceId source, Sought sought, long from, boolean forwards) {
        Thread.ofVirtual().name("search").start(() -> sources.store(source).ifPresent(store -> mailbox.post(found(source, store, sought, from, forwards))));
    }

    private static Message.Found found(SourceId source, LineStore store, Sought sought, long from, boolean forwards) {
        var extent = store.extent();
        var lines = store.lines(extent.first(), Math.toIntExact(extent.count()));
        int count = lines.size();
        if (count == 0) return new Message.Found(source, sought, OptionalLong.empty(), false);
        var pattern = sought.pattern();
        int step = forwards ? 1 : -1;
        long start = from - extent.first();
        boolean beyond = start < 0 || start >= count;
        int index = Math.toIntExact(Math.floorMod(beyond ? (forwards ? 0 : count - 1) : start, count));
        boolean wrapped = beyond;
        for (int tried = 0; tried < count; tried++) {
            if (pattern.matcher(LogText.of(lines.get(index).bytes())).find()) {
                return new Message.Found(source, sought, OptionalLong.of(extent.first() + index), wrapped);
            }
            index += step;
            wrapped |= index < 0 || index == count;
            index = Math.floorMod(index, count);
        }
        return new Message.Found(source, sought, OptionalLong.empty(), false);
    }

    /// Takes the text of some lines.
    void take(SourceId source, long from, int count) {
        var lines = sources.lines(source, from, count);
        String text = lines.stream().map(line -> sources.whose(source, line) + LogText.of(line.bytes())).collect(Collectors.joining("\n"));
        mailbox.post(new Message.Taken(text, lines.size()));
    }

    /// Writes all lines to a file that is not there yet.
    void save(SourceId source, String typed) {
        Thread.ofVirtual().name("save").start(() -> sources.store(source).ifPresent(store -> mailbox.post(saved(source, store, typed))));
    }

    private Message saved(SourceId source, LineStore store, String typed) {
        Path file;
        try {
            file = typed.startsWith("~/") ? home.resolve(typed.substring(2)) : directory.resolve(typed);
        } catch (InvalidPathException e) {
            return new Message.Problem("cannot write to \"" + typed + "\": " + e.getReason());
        }
        var lines = store.all();
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) throw new FileAlreadyExistsException(file.toString(), null, "it is there already");
            try (var target = new OutputFile(file);
                    var out = new BufferedOutputStream(target)) {
                for (var line : lines) {
                    out.write(sources.whose(source, line).getBytes(StandardCharsets.UTF_8));
                    out.write(line.bytes());
                    out.write('\n');
                }
                out.flush();
                target.commit();
            }
            return new Message.Told("wrote " + lines.size() + (lines.size() == 1 ? " line to " : " lines to ") + file);
        } catch (FileAlreadyExistsException e) {
            return new Message.Problem("cannot write to " + file + ": " + e.getReason());
        } catch (IOException e) {
            return new Message.Problem("cannot write to " + file + ": " + e.getMessage());
        }
    }
}
