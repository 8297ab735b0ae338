package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item of `GET /containers/json`.
@Json(naming = Naming.UpperCamel)
public record ContainerItem(
        @Json.Property("Id") String id,
        @Json.Property("Names") @Nullable List<String> names,
        @Json.Property("Image") @Nullable String image,
        @Json.Property("ImageID") @Nullable String imageId,
        @Json.Property("Command") @Nullable String command,
        @Json.Property("Created") long created,
        @Json.Property("Ports") @Nullable List<Port> ports,
        @Json.Property("Labels") @Nullable Map<String, String> labels,
        @Json.Property("State") @Nullable String state,
        @Json.Property("Status") @Nullable String status,
        @Nullable Networking networkSettings,
        @Json.Property("Mounts") @Nullable List<MountItem> mounts,
        @Nullable Long sizeRw,
        @Nullable Long sizeRootFs) {

    /// A port.
    @Json(naming = Naming.UpperCamel)
    public record Port(
            @Json.Property("IP") @Nullable String ip, int privatePort, @Nullable Integer publicPort, @Json.Property("Type") @Nullable String type) {}

    /// The networks by name.
    @Json(naming = Naming.UpperCamel)
    public record Networking(@Json.Property("Networks") @Nullable Map<String, NetworkEndpoint> networks) {}
}
