package dev.davit.engine.container;

import dev.davit.engine.TarStream;
import java.io.InputStream;
import java.util.List;

/// The files of a container, running or not: those of its image, its own layer and its volumes, as its processes see them.
///
/// Files travel as tar archives, in both directions while they are made: neither side holds one. A path is absolute or
/// relative to `/`; links on the way are followed inside the container and never lead out of it. A path that ends in `/` or
/// `/.` means a directory. An engine without [dev.davit.engine.Feature#CONTAINER_FILES] refuses all but [#changes].
///
/// Absent containers and paths are [dev.davit.engine.EngineException.NotFound].
public interface ContainerFiles {

    /// What the container changed against its image, sorted by path.
    List<FileChange> changes(ContainerRef container);

    /// What is at a path. A link at its end is not followed.
    PathStat stat(ContainerRef container, String path);

    /// Packs what is at a path. The caller closes it.
    ///
    /// A path that ends in `/.` packs what the directory holds, its names beginning with `./`. A link at the path's end is
    /// packed as a link.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid when the path is empty or means a directory where there is none
    PathArchive read(ContainerRef container, String path);

    /// Unpacks an archive into a directory that exists. Returns when all is there; what was unpacked before a failure or an
    /// interruption stays.
    ///
    /// @param folder the directory
    /// @param tar the archive, plain or compressed by gzip, bzip2 or xz; it is read to its end and not closed. An
    ///     `IOException` that it throws ends the call as [dev.davit.engine.EngineException.Failed]
    /// @throws dev.davit.engine.EngineException.NotFound when the directory does not exist
    /// @throws dev.davit.engine.EngineException.Invalid when it is none, or kinds are kept and collide
    /// @throws dev.davit.engine.EngineException.Denied when the container's file system is read-only
    /// @throws dev.davit.engine.EngineException.Failed when the archive is broken
    void write(ContainerRef container, String folder, InputStream tar, WriteOptions options);

    /// Packs the whole root file system, without volumes. The caller closes it.
    TarStream export(ContainerRef container);
}
