package dev.davit.engine.container;

import dev.davit.engine.TarStream;

/// A path of a container on its way out.
///
/// @param stat what it is
/// @param tar the archive: one entry for a file, a tree for a directory, names beginning with the path's last part
public record PathArchive(PathStat stat, TarStream tar) implements AutoCloseable {

    /// Cancels what was not read.
    @Override
    public void close() {
        tar.close();
    }
}
