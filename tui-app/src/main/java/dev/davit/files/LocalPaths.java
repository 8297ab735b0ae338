package dev.davit.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// What the user's paths mean to a copy: docker's rules for links and for slashes and dots at the end.
///
/// @param directory where relative paths start
public record LocalPaths(Path directory) {
    private static final int MOST_LINKS = 10;

    /// The path as an absolute one, its end kept.
    public String absolute(String path) {
        String joined = path.startsWith("/") ? path : directory + "/" + path;
        return PathText.keepEnd(PathText.clean(joined), path);
    }

    /// Refuses what nothing can be copied to: a path in a folder that does not exist, or a device.
    public void requireWritable(String path) throws IOException {
        var folder = Path.of(PathText.clean(path)).getParent();
        if (folder != null && !Files.exists(folder)) throw new IOException("there is no folder " + folder);
        var there = Files.exists(Path.of(path)) ? Files.readAttributes(Path.of(path), BasicFileAttributes.class) : null;
        if (there != null && there.isOther()) throw new IOException(path + " must be a directory or a file");
    }

    /// What is to be copied from here. Links on the way are followed, one at the end only if wanted.
    public CopyPlan.Source source(String path, boolean followLink) throws IOException {
        String resolved;
        String name = "";
        if (followLink) {
            resolved = PathText.keepEnd(real(path), path);
            if (!PathText.base(path).equals(PathText.base(resolved))) name = PathText.base(path);
        } else {
            int slash = path.lastIndexOf('/');
            // A slash at the end makes the path a folder's, whose link is followed then.
            resolved = real(path.substring(0, slash + 1)) + "/" + path.substring(slash + 1);
            if (path.endsWith("/") && !PathText.base(path).equals(PathText.base(resolved))) name = PathText.base(path);
        }
        var there = attributes(Path.of(resolved), resolved);
        if (there.isEmpty()) throw new NoSuchFileException(path);
        boolean isFolder = there.get().isDirectory();
        if (PathText.meansFolder(resolved) && !isFolder) throw new IOException(path + " is not a directory");
        return new CopyPlan.Source(resolved, isFolder, name);
    }

    private static String real(String path) throws IOException {
        return Path.of(path).toRealPath().toString();
    }

    /// Where a copy goes: a link at the end is followed, also to where there is nothing yet.
    public CopyPlan.Target destination(String path) throws IOException {
        String at = path;
        for (int links = 0; ; links++) {
            if (links > MOST_LINKS) throw new IOException("too many links in " + path);
            var there = attributes(Path.of(at), at);
            if (there.isEmpty()) {
                var folder = Path.of(PathText.split(at).folder());
                if (!Files.isDirectory(folder)) throw new IOException(folder + " is not a directory");
                return new CopyPlan.Target(at, false, false);
            }
            if (!there.get().isSymbolicLink()) return new CopyPlan.Target(at, true, there.get().isDirectory());
            at = PathText.target(at, Files.readSymbolicLink(Path.of(at)).toString());
        }
    }

    /// A link's own, unless a slash or a dot behind it means what it leads to.
    private static Optional<BasicFileAttributes> attributes(Path path, String text) throws IOException {
        try {
            return Optional.of(PathText.meansFolder(text)
                    ? Files.readAttributes(path, BasicFileAttributes.class)
                    : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
