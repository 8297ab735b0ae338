package dev.davit.engine.remote;

import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.FileChange;
import java.util.List;

/// A container's files as the daemon tells of them.
final class RemoteFiles implements ContainerFiles {
    private final DockerJava dockerJava;

    RemoteFiles(DockerJava dockerJava) {
        this.dockerJava = dockerJava;
    }

    @Override
    public List<FileChange> changes(ContainerRef container) {
        return dockerJava.changes(container);
    }
}
