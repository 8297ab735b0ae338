package dev.davit.engine.archive;

import java.time.Instant;

/// The head of one thing in an archive. What it says comes from whoever made the archive: a name may be absolute, hold `..`, or
/// be a megabyte long.
///
/// @param name as it stands there; a directory's ends in `/` by custom
/// @param kind what it is
/// @param permissions the twelve permission bits
/// @param uid the owner, not negative
/// @param gid the group, not negative
/// @param size bytes of content that follow; 0 for all but files
/// @param modified the time of its last change
/// @param linkName what a symbolic link leads to, or the name in the archive of the file that a hard link shares; else empty
/// @param major a device's major number
/// @param minor a device's minor number
public record TarEntry(
        String name,
        Kind kind,
        int permissions,
        long uid,
        long gid,
        long size,
        Instant modified,
        String linkName,
        int major,
        int minor) {

    /// What can be in an archive.
    public enum Kind {
        FILE('0'),
        HARD_LINK('1'),
        SYMBOLIC_LINK('2'),
        CHARACTER_DEVICE('3'),
        BLOCK_DEVICE('4'),
        DIRECTORY('5'),
        PIPE('6');

        final char flag;

        Kind(char flag) {
            this.flag = flag;
        }
    }

    public TarEntry {
        if (size < 0 || uid < 0 || gid < 0 || major < 0 || minor < 0) throw new IllegalArgumentException("a negative number in a tar header");
        if (size > 0 && kind != Kind.FILE) throw new IllegalArgumentException("only a file has content");
    }

    /// A file of root's.
    public static TarEntry file(String name, int permissions, long size, Instant modified) {
        return new TarEntry(name, Kind.FILE, permissions, 0, 0, size, modified, "", 0, 0);
    }

    /// A directory of root's.
    public static TarEntry directory(String name, int permissions, Instant modified) {
        return new TarEntry(name, Kind.DIRECTORY, permissions, 0, 0, 0, modified, "", 0, 0);
    }

    /// A symbolic link of root's.
    public static TarEntry link(String name, String target, Instant modified) {
        return new TarEntry(name, Kind.SYMBOLIC_LINK, 0777, 0, 0, 0, modified, target, 0, 0);
    }

    /// The same thing of somebody's.
    public TarEntry ownedBy(long user, long group) {
        return new TarEntry(name, kind, permissions, user, group, size, modified, linkName, major, minor);
    }

    /// The same thing under another name.
    public TarEntry named(String other) {
        return new TarEntry(other, kind, permissions, uid, gid, size, modified, linkName, major, minor);
    }
}
