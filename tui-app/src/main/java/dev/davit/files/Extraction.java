package dev.davit.files;

import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Unpacks an archive of unknown origin below a directory, and never anywhere else: every step is taken from an open directory
/// (openat(2) and its kin), no link on the way is followed, and everything is made under a name of our own before it is moved to
/// its place, so that a file is there as a whole or not at all.
///
/// As docker has it: modes and times are the archive's, owners are the caller's; a directory is merged with one that is there,
/// and never replaced by anything else nor anything else by it; a name or hard link that leads out of the tree by `..`, and a
/// symbolic link that does, are refused. Devices and pipes are left out and told.
public final class Extraction implements AutoCloseable {
    private static final int SPECIAL = 07000;
    private static final int BUFFER = 128 * 1024;

    private final Path rootPath;
    private final SecureDirectoryStream<Path> root;
    private final List<Folder> folders = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private @Nullable Staging staging;
    private List<String> currentParts = List.of();
    private SecureDirectoryStream<Path> current;

    /// A directory that gets its time and mode when everything in it is there.
    private record Folder(List<String> parts, FileTime time, int permissions) {}

    /// @param root a directory; links in its own path are the caller's business
    @SuppressWarnings("StreamResourceLeak") // closed by close()
    public Extraction(Path root) throws IOException {
        this.rootPath = root;
        var stream = Files.newDirectoryStream(root);
        if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
            stream.close();
            throw new IOException("this system has no way to unpack an archive safely");
        }
        this.root = secure;
        this.current = secure;
    }

    /// Unpacks the archive to its end.
    ///
    /// @param renamed what a name of the archive becomes
    public void unpack(TarReader archive, UnaryOperator<String> renamed) throws IOException {
        for (var next = archive.next(); next.isPresent(); next = archive.next()) {
            var entry = next.get();
            String name = renamed.apply(entry.name());
            try {
                put(entry, name, renamed, archive.content());
            } catch (InvalidPathException e) {
                throw new IOException("the archive holds a name that cannot be one here: " + shown(name), e);
            }
        }
        for (var folder : folders.reversed()) finish(folder);
    }

    /// The names of devices and pipes, which were left out.
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private void put(TarEntry entry, String name, UnaryOperator<String> renamed, InputStream content) throws IOException {
        var parts = parts(name);
        if (parts.isEmpty()) return;
        var place = Path.of(parts.getLast());
        var folder = folder(parts.subList(0, parts.size() - 1), true);
        boolean isFolder = entry.kind() == TarEntry.Kind.DIRECTORY;
        boolean merged = clear(folder, place, parts, isFolder);
        var made = staging().name();
        var time = FileTime.from(entry.modified());
        switch (entry.kind()) {
            case FILE -> {
                try (var out = staging().newFile(made)) {
                    copy(content, out);
                } catch (IOException e) {
                    staging().drop(made);
                    throw e;
                }
                staging().time(made, time);
                staging().permissions(made, entry.permissions());
                staging().moveTo(made, folder, place);
            }
            case DIRECTORY -> {
                if (!merged) {
                    staging().newFolder(made);
                    staging().moveTo(made, folder, place);
                }
                folders.add(new Folder(parts, time, entry.permissions()));
            }
            case SYMBOLIC_LINK -> {
                requireInside(parts, entry.linkName());
                staging().newLink(made, Path.of(entry.linkName()));
                staging().time(made, time);
                staging().moveTo(made, folder, place);
            }
            case HARD_LINK -> {
                link(parts(renamed.apply(entry.linkName())), made);
                // The way to the shared file may have led elsewhere.
                staging().moveTo(made, folder(parts.subList(0, parts.size() - 1), false), place);
            }
            case CHARACTER_DEVICE, BLOCK_DEVICE, PIPE -> leftOut.add(name);
        }
    }

    /// A name cut at its slashes, as seen from the root.
    private static List<String> parts(String name) throws IOException {
        String cleaned = PathText.clean("./" + name);
        if (cleaned.equals(".")) return List.of();
        if (cleaned.equals("..") || cleaned.startsWith("../")) {
            throw new IOException("the archive holds " + shown(name) + ", which is outside of the directory");
        }
        return List.of(cleaned.split("/", -1));
    }

    /// A relative link must not lead out by `..`; an absolute one is kept as it is, as docker has it, and never followed here.
    private static void requireInside(List<String> parts, String target) throws IOException {
        if (target.isEmpty()) throw new IOException("the archive holds a link to nothing");
        String reached = PathText.clean("./" + String.join("/", parts.subList(0, parts.size() - 1)) + "/" + target);
        if (reached.equals("..") || reached.startsWith("../")) {
            throw new IOException("the archive holds the link " + shown(String.join("/", parts)) + " to " + shown(target)
                    + ", which is outside of the directory");
        }
    }

    /// Makes room at a place.
    ///
    /// @return whether a directory is there that is merged with the archive's
    private boolean clear(SecureDirectoryStream<Path> folder, Path place, List<String> parts, boolean isFolder) throws IOException {
        var there = attributes(folder, place);
        if (there.isEmpty()) return false;
        if (there.get().isDirectory() && isFolder) return true;
        String shown = rootPath.resolve(String.join("/", parts)).toString();
        if (there.get().isDirectory()) throw new IOException("cannot overwrite directory " + shown + " with something else");
        if (isFolder) throw new IOException("cannot overwrite " + shown + " with a directory");
        // A file is replaced by the move, in one step.
        return false;
    }

    private static Optional<BasicFileAttributes> attributes(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        try {
            return Optional.of(folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Makes a second name of a file of the tree. The file is taken to the staging folder for that moment: nowhere else is
    /// link(2), which takes paths, sure to mean it.
    private void link(List<String> target, Path made) throws IOException {
        if (target.isEmpty()) throw new IOException("the archive holds a hard link to the directory itself");
        var folder = folder(target.subList(0, target.size() - 1), false);
        var place = Path.of(target.getLast());
        String shown = shown(String.join("/", target));
        var there = attributes(folder, place)
                .orElseThrow(() -> new IOException("the archive links to " + shown + ", which is not there"));
        if (there.isDirectory()) throw new IOException("the archive links to " + shown + ", which is a directory");
        var taken = staging().takeFrom(folder, place);
        try {
            staging().newName(made, taken);
        } finally {
            staging().moveTo(taken, folder, place);
        }
    }

    private void copy(InputStream content, WritableByteChannel out) throws IOException {
        int count;
        while ((count = content.read(buffer)) >= 0) {
            var bytes = ByteBuffer.wrap(buffer, 0, count);
            while (bytes.hasRemaining()) out.write(bytes);
        }
    }

    private void finish(Folder folder) throws IOException {
        var parent = folder(folder.parts().subList(0, folder.parts().size() - 1), false);
        var place = Path.of(folder.parts().getLast());
        if ((folder.permissions() & SPECIAL) != 0) {
            var taken = staging().takeFrom(parent, place);
            try {
                staging().permissions(taken, folder.permissions());
            } finally {
                staging().moveTo(taken, parent, place);
            }
        }
        try (var stream = enter(parent, place, folder.parts())) {
            var view = stream.getFileAttributeView(PosixFileAttributeView.class);
            view.setTimes(folder.time(), folder.time(), null);
            if ((folder.permissions() & SPECIAL) == 0) view.setPermissions(ofBits(folder.permissions()));
        }
    }

    private static Set<PosixFilePermission> ofBits(int bits) {
        var all = PosixFilePermission.values();
        var set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < all.length; i++) {
            if ((bits & (0400 >> i)) != 0) set.add(all[i]);
        }
        return set;
    }

    /// The open directory of a path, by open directories only; the next call may close it.
    ///
    /// @param make whether those that are missing are made
    private SecureDirectoryStream<Path> folder(List<String> parts, boolean make) throws IOException {
        boolean below = parts.size() >= currentParts.size() && parts.subList(0, currentParts.size()).equals(currentParts);
        if (!below) leave();
        for (int depth = currentParts.size(); depth < parts.size(); depth++) {
            var place = Path.of(parts.get(depth));
            if (make && attributes(current, place).isEmpty()) {
                var made = staging().name();
                staging().newFolder(made);
                staging().permissions(made, 0755);
                staging().moveTo(made, current, place);
            }
            var next = enter(current, place, parts.subList(0, depth + 1));
            leave();
            current = next;
            currentParts = List.copyOf(parts.subList(0, depth + 1));
        }
        return current;
    }

    private SecureDirectoryStream<Path> enter(SecureDirectoryStream<Path> folder, Path place, List<String> parts) throws IOException {
        boolean isFolder = attributes(folder, place).map(BasicFileAttributes::isDirectory).orElse(false);
        if (!isFolder) throw new IOException(rootPath.resolve(String.join("/", parts)) + " is not a directory, or a link, which is not followed");
        return folder.newDirectoryStream(place, LinkOption.NOFOLLOW_LINKS);
    }

    private void leave() throws IOException {
        if (!currentParts.isEmpty()) current.close();
        current = root;
        currentParts = List.of();
    }

    private Staging staging() throws IOException {
        var known = staging;
        if (known != null) return known;
        var made = new Staging(rootPath, root);
        staging = made;
        return made;
    }

    private static String shown(String name) {
        return name.length() > 200 ? name.substring(0, 200) + "…" : name;
    }

    @Override
    public void close() throws IOException {
        if (staging != null) staging.close();
        leave();
        root.close();
    }
}
