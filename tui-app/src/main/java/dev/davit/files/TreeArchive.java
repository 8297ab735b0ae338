package dev.davit.files;

import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file or tree as a tar archive, made while it is read: one file is open at a time and nothing is held. Names are in the
/// order of the alphabet, times in whole seconds; files with several names become hard links; sockets are left out, as docker
/// has it. Closing it closes the open file.
public final class TreeArchive extends InputStream {
    private static final String ATTRIBUTES = "unix:mode,uid,gid,size,lastModifiedTime,nlink,ino,dev,rdev";
    private static final int KIND = 0170000;

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

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
        var attributes = Files.readAttributes(item.path(), ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        int mode = (int) attributes.get("mode");
        switch (mode & KIND) {
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

    private void file(Item item, Map<String, Object> attributes) throws IOException {
        String identity = attributes.get("dev") + ":" + attributes.get("ino");
        if ((int) attributes.get("nlink") > 1) {
            String first = linked.putIfAbsent(identity, item.name());
            if (first != null) {
                header(item, TarEntry.Kind.HARD_LINK, attributes, first);
                return;
            }
        }
        var channel = FileChannel.open(item.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        header(item, TarEntry.Kind.FILE, attributes, "");
        left = (long) attributes.get("size");
        open = item.path();
        file = channel;
        padding = TarHeader.padding(left);
    }

    private void header(Item item, TarEntry.Kind kind, Map<String, Object> attributes, String link) {
        int mode = (int) attributes.get("mode");
        long device = (long) attributes.get("rdev");
        boolean special = kind == TarEntry.Kind.CHARACTER_DEVICE || kind == TarEntry.Kind.BLOCK_DEVICE;
        var modified = ((FileTime) attributes.get("lastModifiedTime")).toInstant();
        byte[] header = TarHeader.of(new TarEntry(
                item.name(),
                kind,
                mode & 07777,
                (int) attributes.get("uid") & 0xffffffffL,
                (int) attributes.get("gid") & 0xffffffffL,
                kind == TarEntry.Kind.FILE ? (long) attributes.get("size") : 0,
                Instant.ofEpochSecond(modified.getEpochSecond()),
                link,
                special ? (int) ((device >> 8) & 0xfff) : 0,
                special ? (int) ((device & 0xff) | ((device >> 12) & 0xfff00)) : 0));
        ready(header);
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
