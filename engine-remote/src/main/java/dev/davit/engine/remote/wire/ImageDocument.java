package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /images/{name}/json`.
@Json(naming = Naming.UpperCamel)
public record ImageDocument(
        @Json.Property("Id") String id,
        @Nullable List<String> repoTags,
        @Nullable List<String> repoDigests,
        @Json.Property("Created") @Nullable String created,
        @Json.Property("Size") long size,
        @Json.Property("Os") @Nullable String os,
        @Json.Property("Architecture") @Nullable String architecture,
        @Json.Property("Config") @Nullable Config config,
        @Json.Property("RootFS") @Nullable RootFs rootFs) {

    /// `Config`.
    @Json(naming = Naming.UpperCamel)
    public record Config(
            @Json.Property("Env") @Nullable List<String> env,
            @Json.Property("Cmd") @Nullable List<String> cmd,
            @Json.Property("Entrypoint") @Nullable List<String> entrypoint,
            @Json.Property("Labels") @Nullable Map<String, String> labels,
            @Json.Property("User") @Nullable String user,
            @Nullable String workingDir) {}

    /// `RootFS`.
    @Json(naming = Naming.UpperCamel)
    public record RootFs(@Json.Property("Layers") @Nullable List<String> layers) {}
}
