package dev.davit.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// What lstat(2) says of a file.
///
/// @param mode the kind and the twelve permission bits
/// @param modified in whole seconds
record UnixAttributes(int mode, long uid, long gid, long size, Instant modified, int names, String identity, long device) {
    static final int KIND = 0170000;
    private static final String WANTED = "unix:mode,uid,gid,size,lastModifiedTime,nlink,ino,dev,rdev";

    static UnixAttributes of(Path path) throws IOException {
        var all = Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS);
        var modified = ((FileTime) get(all, "lastModifiedTime")).toInstant();
        return new UnixAttributes(
                (int) get(all, "mode"),
                (int) get(all, "uid") & 0xffffffffL,
                (int) get(all, "gid") & 0xffffffffL,
                (long) get(all, "size"),
                Instant.ofEpochSecond(modified.getEpochSecond()),
                (int) get(all, "nlink"),
                get(all, "dev") + ":" + get(all, "ino"),
                (long) get(all, "rdev"));
    }

    private static Object get(Map<String, Object> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    int permissions() {
        return mode & 07777;
    }

    /// As glibc's gnu_dev_major(3) has it.
    int major() {
        return (int) ((device >> 8) & 0xfff);
    }

    int minor() {
        return (int) ((device & 0xff) | ((device >> 12) & 0xfff00));
    }
}
