package dev.davit.engine.container;

import dev.davit.engine.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One container in a list.
///
/// @param id its id
/// @param names its names without leading slash, its own first, then names given by links (`other/alias`)
/// @param image as it was named at creation
/// @param imageId the image's id, with `sha256:`
/// @param command the command line as one text
/// @param created when
/// @param state where it stands
/// @param status the engine's words: `Up 3 minutes (healthy)`, `Exited (137) 2 hours ago`
/// @param ports published and exposed ports
/// @param labels its labels
/// @param mounts what is mounted
/// @param networks where it is attached
/// @param sizeRw bytes of its writable layer, only when asked for
/// @param sizeRootFs bytes of its whole file system, only when asked for
/// @param document the engine's own text of it, where it has one: Docker's document of an item
public record ContainerSummary(
        ContainerId id,
        List<String> names,
        String image,
        String imageId,
        String command,
        Instant created,
        ContainerState state,
        String status,
        List<PortBinding> ports,
        Map<String, String> labels,
        List<MountPoint> mounts,
        List<NetworkAttachment> networks,
        OptionalLong sizeRw,
        OptionalLong sizeRootFs,
        Optional<Document> document) {

    public ContainerSummary {
        names = List.copyOf(names);
        ports = List.copyOf(ports);
        labels = Map.copyOf(labels);
        mounts = List.copyOf(mounts);
        networks = List.copyOf(networks);
    }

    /// One of an engine that has no text of it.
    public ContainerSummary(
            ContainerId id,
            List<String> names,
            String image,
            String imageId,
            String command,
            Instant created,
            ContainerState state,
            String status,
            List<PortBinding> ports,
            Map<String, String> labels,
            List<MountPoint> mounts,
            List<NetworkAttachment> networks,
            OptionalLong sizeRw,
            OptionalLong sizeRootFs) {
        this(
                id, names, image, imageId, command, created, state, status, ports, labels, mounts, networks, sizeRw, sizeRootFs,
                Optional.empty());
    }

    /// Its own name, or the short id where it has none.
    public String name() {
        return names.isEmpty() ? id.abbreviated() : names.getFirst();
    }

    /// The same, with the size of its own layer only.
    public ContainerSummary withoutRootSize() {
        return new ContainerSummary(
                id, names, image, imageId, command, created, state, status, ports, labels, mounts, networks, sizeRw,
                OptionalLong.empty(), document);
    }
}
