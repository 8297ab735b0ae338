package dev.davit.engine.container;

import java.util.List;

/// The files of a container. Copying in and out, and export, come to this port.
public interface ContainerFiles {

    /// What the container changed against its image, sorted by path.
    List<FileChange> changes(ContainerRef container);
}
