package dev.davit.engine.document;

import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.network.NetworkSummary;
import dev.davit.engine.volume.VolumeSummary;
import java.util.ArrayList;
import java.util.List;

/// Items of lists as Docker's documents, for engines that have no text of their own. Source: the Docker Engine API,
/// `ContainerSummary`, `ImageSummary`, `Network` and `Volume`.
public final class ListDocuments {
    private ListDocuments() {}

    /// A container's.
    public static Document of(ContainerSummary container) {
        return container.document().orElseGet(() -> new Document(written(container)));
    }

    private static String written(ContainerSummary container) {
        var ports = new ArrayList<Json>();
        for (var port : container.ports()) {
            var item = JsonObject.builder();
            if (!port.hostAddress().isEmpty()) item.put("IP", port.hostAddress());
            item.put("PrivatePort", port.port().number());
            if (port.isPublished()) item.put("PublicPort", Long.parseLong(port.hostPort()));
            ports.add(item.put("Type", port.port().protocol().word()).build());
        }
        var networks = JsonObject.builder();
        for (var network : container.networks()) networks.put(network.network(), endpoint(network));
        var item = JsonObject.builder()
                .put("Id", container.id().value())
                .put("Names", JsonArray.ofStrings(container.names().stream().map(name -> "/" + name).toList()))
                .put("Image", container.image())
                .put("ImageID", container.imageId())
                .put("Command", container.command())
                .put("Created", container.created().getEpochSecond())
                .put("Ports", new JsonArray(ports));
        container.sizeRw().ifPresent(bytes -> item.put("SizeRw", bytes));
        container.sizeRootFs().ifPresent(bytes -> item.put("SizeRootFs", bytes));
        item.put("Labels", container.labels())
                .put("State", container.state().word())
                .put("Status", container.status())
                .put("NetworkSettings", JsonObject.builder().put("Networks", networks.build()).build())
                .put("Mounts", mounts(container.mounts()));
        return item.build().text(JsonStyle.WIRE);
    }

    /// A container's place on a network, as `EndpointSettings`.
    public static JsonObject endpoint(NetworkAttachment network) {
        return JsonObject.builder()
                .put("NetworkID", network.networkId())
                .put("Gateway", network.gateway())
                .put("IPAddress", network.address())
                .put("IPPrefixLen", network.prefixLength())
                .put("GlobalIPv6Address", network.ipv6Address())
                .put("MacAddress", network.macAddress())
                .build();
    }

    /// What is mounted into a container, as `MountPoint`s.
    public static JsonArray mounts(List<MountPoint> mounts) {
        var items = new ArrayList<Json>();
        for (var mount : mounts) {
            var item = JsonObject.builder().put("Type", mount.type());
            if (!mount.name().isEmpty()) item.put("Name", mount.name());
            item.put("Source", mount.source()).put("Destination", mount.destination());
            if (!mount.driver().isEmpty()) item.put("Driver", mount.driver());
            items.add(item.put("Mode", mount.mode()).put("RW", mount.writable()).put("Propagation", mount.propagation()).build());
        }
        return new JsonArray(items);
    }

    /// An image's.
    public static Document of(ImageSummary image) {
        return image.document().orElseGet(() -> new Document(JsonObject.builder()
                .put("Id", image.id())
                .put("ParentId", image.parentId())
                .put("RepoTags", JsonArray.ofStrings(image.tags()))
                .put("RepoDigests", JsonArray.ofStrings(image.digests()))
                .put("Created", image.created().getEpochSecond())
                .put("Size", image.size())
                .put("SharedSize", image.sharedSize())
                .put("VirtualSize", image.size())
                .put("Labels", image.labels())
                .put("Containers", image.containers())
                .build()
                .text(JsonStyle.WIRE)));
    }

    /// A network's.
    public static Document of(NetworkSummary network) {
        return network.document().orElseGet(() -> {
            var item = JsonObject.builder().put("Name", network.name()).put("Id", network.id());
            network.created().ifPresent(created -> item.put("Created", created.toString()));
            return new Document(item.put("Scope", network.scope())
                    .put("Driver", network.driver())
                    .put("EnableIPv4", network.ipv4())
                    .put("EnableIPv6", network.ipv6())
                    .put("Internal", network.internal())
                    .put("Labels", network.labels())
                    .build()
                    .text(JsonStyle.WIRE));
        });
    }

    /// A volume's.
    public static Document of(VolumeSummary volume) {
        return volume.document().orElseGet(() -> new Document(JsonObject.builder()
                .put("Name", volume.name())
                .put("Driver", volume.driver())
                .put("Mountpoint", volume.mountpoint())
                .put("Labels", volume.labels())
                .put("Scope", volume.scope())
                .build()
                .text(JsonStyle.WIRE)));
    }
}
