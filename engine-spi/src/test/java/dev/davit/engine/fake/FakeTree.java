package dev.davit.engine.fake;

import dev.davit.engine.archive.TarEntry;
import dev.davit.engine.archive.TarHeader;
import dev.davit.engine.archive.TarReader;
import dev.davit.engine.container.PathStat;
import dev.davit.engine.container.WriteOptions;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// A small file system. Keys are absolute and clean; `/` is always there.
final class FakeTree {
    private static final int MOST_LINKS = 40;

    private final SortedMap<String, FakeFile> files = new TreeMap<>();

    FakeTree(Instant now) {
        files.put("/", new FakeFile(TarEntry.directory("", 0755, now), new byte[0]));
    }

    private FakeTree(SortedMap<String, FakeFile> files) {
        this.files.putAll(files);
    }

    FakeTree copy() {
        return new FakeTree(files);
    }

    /// The root file system that an image has from the start.
    static FakeTree ofImage(Instant now) {
        var tree = new FakeTree(now);
        for (String folder : List.of("/bin", "/etc", "/tmp")) {
            tree.files.put(folder, new FakeFile(TarEntry.directory("", folder.equals("/tmp") ? 01777 : 0755, now), new byte[0]));
        }
        byte[] users = "root:x:0:0:root:/root:/bin/sh\n".getBytes(StandardCharsets.UTF_8);
        tree.files.put("/etc/passwd", new FakeFile(TarEntry.file("", 0644, users.length, now), users));
        return tree;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static String child(String folder, String name) {
        return folder.equals("/") ? "/" + name : folder + "/" + name;
    }

    private static String name(String path) {
        return path.equals("/") ? "/" : path.substring(path.lastIndexOf('/') + 1);
    }

    /// The place that a path means, or why there is none.
    ///
    /// @param last whether a link at its end is followed
    String place(String what, String path, boolean last) {
        if (path.isEmpty()) throw Oops.invalid(what, "the path is empty");
        boolean folder = path.endsWith("/") || path.endsWith("/.") || path.equals(".");
        String at = walk(what, path, "/", last || folder, new int[1]);
        var found = Optional.ofNullable(files.get(at))
                .orElseThrow(() -> Oops.notFound(what, "could not find the file " + path));
        if (folder && !found.isDirectory()) throw Oops.invalid(what, path + " is not a directory");
        return at;
    }

    private String walk(String what, String path, String from, boolean last, int[] followed) {
        String at = path.startsWith("/") ? "/" : from;
        var parts = List.of(path.split("/+", -1)).stream().filter(part -> !part.isEmpty() && !part.equals(".")).toList();
        for (int i = 0; i < parts.size(); i++) {
            String next = parts.get(i).equals("..") ? parent(at) : child(at, parts.get(i));
            var found = files.get(next);
            if (found != null && found.isLink() && (last || i < parts.size() - 1)) {
                if (++followed[0] > MOST_LINKS) throw Oops.invalid(what, "too many links in " + path);
                next = walk(what, found.head().linkName(), at, true, followed);
            }
            at = next;
        }
        return at;
    }

    PathStat stat(String what, String path) {
        String at = place(what, path, false);
        var file = file(at);
        var kind = switch (file.head().kind()) {
            case FILE, HARD_LINK -> PathStat.Kind.FILE;
            case DIRECTORY -> PathStat.Kind.DIRECTORY;
            case SYMBOLIC_LINK -> PathStat.Kind.LINK;
            case CHARACTER_DEVICE, BLOCK_DEVICE -> PathStat.Kind.DEVICE;
            case PIPE -> PathStat.Kind.PIPE;
        };
        return new PathStat(
                name(at), kind, file.content().length, file.head().permissions(), file.head().modified(), file.head().linkName());
    }

    private FakeFile file(String at) {
        return Optional.ofNullable(files.get(at)).orElseThrow();
    }

    /// What is at a path as an archive.
    byte[] pack(String what, String path) {
        String at = place(what, path, false);
        boolean inside = path.endsWith("/.") || path.equals(".");
        return packUnder(inside ? "." : name(at), at);
    }

    /// Everything, under names without a beginning.
    byte[] packAll() {
        var out = new ByteArrayOutputStream();
        files.forEach((place, file) -> {
            if (!place.equals("/")) write(out, place.substring(1), file);
        });
        out.writeBytes(TarHeader.end());
        return out.toByteArray();
    }

    private byte[] packUnder(String root, String at) {
        var out = new ByteArrayOutputStream();
        write(out, root, file(at));
        String below = at.equals("/") ? "/" : at + "/";
        files.tailMap(below).forEach((place, file) -> {
            if (place.startsWith(below) && !place.equals("/")) {
                write(out, (root.equals("/") ? "" : root) + "/" + place.substring(below.length()), file);
            }
        });
        out.writeBytes(TarHeader.end());
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String name, FakeFile file) {
        out.writeBytes(TarHeader.of(file.head().named(name)));
        out.writeBytes(file.content());
        out.writeBytes(TarHeader.padding(file.content().length));
    }

    /// Reads an archive to its end; needs no lock, for it may wait.
    static List<FakeFile> read(InputStream archive) throws IOException {
        var in = new BufferedInputStream(archive);
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        var reader = new TarReader(zipped ? new GZIPInputStream(in) : in);
        var entries = new ArrayList<FakeFile>();
        while (true) {
            var entry = reader.next();
            if (entry.isEmpty()) return entries;
            entries.add(new FakeFile(entry.get(), reader.content().readAllBytes()));
        }
    }

    /// Puts what an archive held under a directory.
    ///
    /// @param changed is told each path
    void unpack(String what, String folder, List<FakeFile> entries, WriteOptions options, Consumer<String> changed) {
        String root = place(what, folder, true);
        if (!file(root).isDirectory()) throw Oops.invalid(what, folder + " is not a directory");
        for (var entry : entries) {
            String at = inside(what, root, entry.head().name());
            if (at.equals(root)) continue;
            var there = files.get(at);
            boolean same = there != null && there.isDirectory() == entry.isDirectory();
            if (there != null && !same && options.keepKinds()) {
                throw Oops.invalid(what, "cannot overwrite " + (there.isDirectory() ? "directory " + at + " with a non-directory"
                        : "non-directory " + at + " with a directory"));
            }
            if (there != null && !same) files.keySet().removeIf(place -> place.equals(at) || place.startsWith(at + "/"));
            makeFolders(parent(at), entry.head().modified());
            var head = entry.head();
            if (head.kind() == TarEntry.Kind.HARD_LINK) {
                var shared = files.get(inside(what, root, head.linkName()));
                if (shared == null) throw Oops.failed(what, "the archive links to " + head.linkName() + ", which is not there");
                files.put(at, shared);
            } else {
                files.put(at, new FakeFile(head, entry.content()));
            }
            changed.accept(at);
        }
    }

    private String inside(String what, String root, String name) {
        int depth = 0;
        for (String part : name.split("/+", -1)) {
            if (part.equals("..")) depth--;
            else if (!part.isEmpty() && !part.equals(".")) depth++;
            if (depth < 0) throw Oops.failed(what, "the archive holds " + name + ", which is outside of the directory");
        }
        return walk(what, name.replaceFirst("^/+", ""), root, false, new int[1]);
    }

    private void makeFolders(String folder, Instant now) {
        if (files.containsKey(folder)) return;
        makeFolders(parent(folder), now);
        files.put(folder, new FakeFile(TarEntry.directory("", 0755, now), new byte[0]));
    }
}
