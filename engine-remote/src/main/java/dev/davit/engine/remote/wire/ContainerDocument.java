package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /containers/{id}/json`.
@Json(naming = Naming.UpperCamel)
public record ContainerDocument(
        @Json.Property("Id") String id,
        @Json.Property("Created") @Nullable String created,
        @Json.Property("Path") @Nullable String path,
        @Json.Property("Args") @Nullable List<String> args,
        @Json.Property("State") State state,
        @Json.Property("Image") @Nullable String image,
        @Json.Property("Name") @Nullable String name,
        int restartCount,
        @Nullable Host hostConfig,
        @Json.Property("Mounts") @Nullable List<MountItem> mounts,
        @Json.Property("Config") Config config,
        @Nullable Networking networkSettings) {

    /// `State`.
    @Json(naming = Naming.UpperCamel)
    public record State(
            @Json.Property("Status") @Nullable String status,
            @Json.Property("Pid") int pid,
            int exitCode,
            @Json.Property("Error") @Nullable String error,
            @Nullable String startedAt,
            @Nullable String finishedAt,
            @Json.Property("OOMKilled") boolean oomKilled,
            @Json.Property("Health") @Nullable Health health) {}

    /// `State.Health`.
    @Json(naming = Naming.UpperCamel)
    public record Health(@Json.Property("Status") @Nullable String status) {}

    /// `HostConfig`.
    @Json(naming = Naming.UpperCamel)
    public record Host(boolean autoRemove, @Nullable Log logConfig) {}

    /// `HostConfig.LogConfig`.
    @Json(naming = Naming.UpperCamel)
    public record Log(@Json.Property("Type") @Nullable String type) {}

    /// `Config`.
    @Json(naming = Naming.UpperCamel)
    public record Config(
            @Json.Property("Image") @Nullable String image,
            @Json.Property("Tty") boolean tty,
            boolean openStdin,
            @Json.Property("Env") @Nullable List<String> env,
            @Json.Property("Labels") @Nullable Map<String, String> labels,
            @Nullable Integer stopTimeout) {}

    /// `NetworkSettings`.
    @Json(naming = Naming.UpperCamel)
    public record Networking(
            @Json.Property("Ports") @Nullable Map<String, @Nullable List<Binding>> ports,
            @Json.Property("Networks") @Nullable Map<String, NetworkEndpoint> networks) {}

    /// `PortBinding`.
    @Json(naming = Naming.UpperCamel)
    public record Binding(@Nullable String hostIp, @Nullable String hostPort) {}
}
