package dev.davit.engine.container;

import java.time.Instant;

/// What is at a path in a container. A symbolic link is told as itself.
///
/// @param name the last part of the path
/// @param kind what it is
/// @param size bytes of a file's content
/// @param permissions the twelve permission bits, as `chmod` takes them: `04755`
/// @param modified when its content changed last
/// @param linkTarget where a symbolic link leads, as it stands in the link; empty for anything else
public record PathStat(String name, Kind kind, long size, int permissions, Instant modified, String linkTarget) {

    /// What a path can be.
    public enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        /// A block or character device.
        DEVICE,
        PIPE,
        SOCKET
    }

    public boolean isDirectory() {
        return kind == Kind.DIRECTORY;
    }

    public boolean isLink() {
        return kind == Kind.LINK;
    }
}
