package dev.davit.engine.remote;

import dev.davit.engine.container.PathStat;

/// A file's mode in the bits of Go's `fs.FileMode`.
public final class GoMode {
    private static final long DIRECTORY = 1L << 31;
    private static final long LINK = 1L << 27;
    private static final long DEVICE = 1L << 26;
    private static final long PIPE = 1L << 25;
    private static final long SOCKET = 1L << 24;
    private static final long SET_UID = 1L << 23;
    private static final long SET_GID = 1L << 22;
    private static final long CHARACTERS = 1L << 21;
    private static final long STICKY = 1L << 20;

    private GoMode() {}

    /// The bits of what is at a path.
    public static long of(PathStat stat) {
        long bits = switch (stat.kind()) {
            case FILE -> 0;
            case DIRECTORY -> DIRECTORY;
            case LINK -> LINK;
            case DEVICE -> DEVICE;
            case PIPE -> PIPE;
            case SOCKET -> SOCKET;
        };
        if ((stat.permissions() & 04000) != 0) bits |= SET_UID;
        if ((stat.permissions() & 02000) != 0) bits |= SET_GID;
        if ((stat.permissions() & 01000) != 0) bits |= STICKY;
        return bits | (stat.permissions() & 0777);
    }

    static PathStat.Kind kind(long mode) {
        if ((mode & DIRECTORY) != 0) return PathStat.Kind.DIRECTORY;
        if ((mode & LINK) != 0) return PathStat.Kind.LINK;
        if ((mode & (DEVICE | CHARACTERS)) != 0) return PathStat.Kind.DEVICE;
        if ((mode & PIPE) != 0) return PathStat.Kind.PIPE;
        return (mode & SOCKET) != 0 ? PathStat.Kind.SOCKET : PathStat.Kind.FILE;
    }

    static int permissions(long mode) {
        int bits = (int) (mode & 0777);
        if ((mode & SET_UID) != 0) bits |= 04000;
        if ((mode & SET_GID) != 0) bits |= 02000;
        if ((mode & STICKY) != 0) bits |= 01000;
        return bits;
    }
}
