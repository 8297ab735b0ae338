package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /containers/{id}/json`.
@Json(naming = Naming.UpperCamel)
public record ContainerDocument(
        String id,
        @Nullable String created,
        @Nullable String path,
        @Nullable List<String> args,
        State state,
        @Nullable String image,
        @Nullable String name,
        int restartCount,
        @Nullable Host hostConfig,
        @Nullable List<MountItem> mounts,
        Config config,
        @Nullable Networking networkSettings) {

    /// `State`.
    @Json(naming = Naming.UpperCamel)
    public record State(
            @Nullable String status,
            int pid,
            int exitCode,
            @Nullable String error,
            @Nullable String startedAt,
            @Nullable String finishedAt,
            @Json.Property("OOMKilled") boolean oomKilled,
            @Nullable Health health) {}

    /// `State.Health`.
    @Json(naming = Naming.UpperCamel)
    public record Health(@Nullable String status) {}

    /// `HostConfig`.
    @Json(naming = Naming.UpperCamel)
    public record Host(boolean autoRemove, @Nullable Log logConfig) {}

    /// `HostConfig.LogConfig`.
    @Json(naming = Naming.UpperCamel)
    public record Log(@Nullable String type) {}

    /// `Config`.
    @Json(naming = Naming.UpperCamel)
    public record Config(
            @Nullable String image,
            boolean tty,
            boolean openStdin,
            @Nullable List<String> env,
            @Nullable Map<String, String> labels,
            @Nullable Integer stopTimeout) {}

    /// `NetworkSettings`.
    @Json(naming = Naming.UpperCamel)
    public record Networking(
            @Nullable Map<String, @Nullable List<Binding>> ports, @Nullable Map<String, NetworkEndpoint> networks) {}

    /// `PortBinding`.
    @Json(naming = Naming.UpperCamel)
    public record Binding(@Nullable String hostIp, @Nullable String hostPort) {}
}
