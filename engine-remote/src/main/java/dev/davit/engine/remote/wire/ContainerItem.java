package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item of `GET /containers/json`.
@Json(naming = Naming.UpperCamel)
public record ContainerItem(
        String id,
        @Nullable List<String> names,
        @Nullable String image,
        @Json.Property("ImageID") @Nullable String imageId,
        @Nullable String command,
        long created,
        @Nullable List<Port> ports,
        @Nullable Map<String, String> labels,
        @Nullable String state,
        @Nullable String status,
        @Nullable Networking networkSettings,
        @Nullable List<MountItem> mounts,
        @Nullable Long sizeRw,
        @Nullable Long sizeRootFs) {

    /// A port.
    @Json(naming = Naming.UpperCamel)
    public record Port(
            @Json.Property("IP") @Nullable String ip, int privatePort, @Nullable Integer publicPort, @Nullable String type) {}

    /// The networks by name.
    @Json(naming = Naming.UpperCamel)
    public record Networking(@Nullable Map<String, NetworkEndpoint> networks) {}
}
