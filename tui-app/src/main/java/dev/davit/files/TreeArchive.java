package dev.davit.files;

import dev.davit.engine.BlockInput;
import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file or tree as a tar archive, made while it is read: one file is open at a time and nothing is held. Names are in the
/// order of the alphabet, times in whole seconds; files with several names become hard links; sockets are left out, as docker
/// has it. Closing it closes the open file.
public final class TreeArchive extends BlockInput {
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Map<String, String> linked = new HashMap<>();
    private ByteBuffer ready = ByteBuffer.allocate(0);
    /// What fills up the content before the next header.
    private byte[] padding = new byte[0];
    private @Nullable FileChannel file;
    private Path open = Path.of("");
    private long left;
    private boolean ended;

    private record Item(Path path, String name) {}

    /// @param root what is packed; a link is packed as a link
    /// @param name what it is called in the archive, and what the names of everything in it begin with
    public TreeArchive(Path root, String name) {
        waiting.push(new Item(root, name));
    }

    /// Fills the buffer as far as there is anything, so that many small files travel in few pieces.
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int more = some(bytes, offset + count, length - count);
            if (more < 0) break;
            count += more;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int some(byte[] bytes, int offset, int length) throws IOException {
        while (!ready.hasRemaining()) {
            if (file != null) return content(bytes, offset, length);
            if (ended) return -1;
            advance();
        }
        int count = Math.min(length, ready.remaining());
        ready.get(bytes, offset, count);
        return count;
    }

    private int content(byte[] bytes, int offset, int length) throws IOException {
        var from = file;
        if (from == null) return 0;
        int count = left == 0 ? 0 : from.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
        if (count < 0) throw new IOException(open + " became shorter while it was read");
        left -= count;
        if (left == 0) {
            from.close();
            file = null;
        }
        return count;
    }

    /// Makes the next header ready, and opens the file behind it.
    private void advance() throws IOException {
        var item = waiting.poll();
        if (item == null) {
            ended = true;
            ready(TarHeader.end());
            return;
        }
        var attributes = UnixAttributes.of(item.path());
        switch (attributes.mode() & UnixAttributes.KIND) {
            case 0100000 -> file(item, attributes);
            case 0040000 -> {
                header(item, TarEntry.Kind.DIRECTORY, attributes, "");
                enter(item);
            }
            case 0120000 -> header(item, TarEntry.Kind.SYMBOLIC_LINK, attributes, Files.readSymbolicLink(item.path()).toString());
            case 0020000 -> header(item, TarEntry.Kind.CHARACTER_DEVICE, attributes, "");
            case 0060000 -> header(item, TarEntry.Kind.BLOCK_DEVICE, attributes, "");
            case 0010000 -> header(item, TarEntry.Kind.PIPE, attributes, "");
            default -> System.getLogger("davit").log(System.Logger.Level.DEBUG, "left out: {0}", item.path());
        }
    }

    private void enter(Item folder) throws IOException {
        var children = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder.path())) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort((a, b) -> b.getFileName().toString().compareTo(a.getFileName().toString()));
        String beginning = folder.name().equals("/") ? "" : folder.name();
        for (var child : children) {
            String name = child.getFileName().toString();
            // What cannot be said in this program's characters would arrive under another name.
            if (!Path.of(name).equals(child.getFileName())) {
                throw new IOException("the name of a file in " + folder.path() + " is not in the characters of this locale: " + name);
            }
            waiting.push(new Item(child, beginning + "/" + name));
        }
    }

    private void file(Item item, UnixAttributes attributes) throws IOException {
        if (attributes.names() > 1) {
            String first = linked.putIfAbsent(attributes.identity(), item.name());
            if (first != null) {
                header(item, TarEntry.Kind.HARD_LINK, attributes, first);
                return;
            }
        }
        var channel = FileChannel.open(item.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        header(item, TarEntry.Kind.FILE, attributes, "");
        left = attributes.size();
        open = item.path();
        file = channel;
        padding = TarHeader.padding(left);
    }

    private void header(Item item, TarEntry.Kind kind, UnixAttributes attributes, String link) {
        boolean device = kind == TarEntry.Kind.CHARACTER_DEVICE || kind == TarEntry.Kind.BLOCK_DEVICE;
        ready(TarHeader.of(new TarEntry(
                item.name(),
                kind,
                attributes.permissions(),
                attributes.uid(),
                attributes.gid(),
                kind == TarEntry.Kind.FILE ? attributes.size() : 0,
                attributes.modified(),
                link,
                device ? attributes.major() : 0,
                device ? attributes.minor() : 0)));
    }

    private void ready(byte[] bytes) {
        ready = ByteBuffer.allocate(padding.length + bytes.length).put(padding).put(bytes).flip();
        padding = new byte[0];
    }

    @Override
    public void close() throws IOException {
        waiting.clear();
        ended = true;
        if (file != null) file.close();
        file = null;
    }
}
