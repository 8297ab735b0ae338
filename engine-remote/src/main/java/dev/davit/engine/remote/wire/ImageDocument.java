package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /images/{name}/json`.
@Json(naming = Naming.UpperCamel)
public record ImageDocument(
        String id,
        @Nullable List<String> repoTags,
        @Nullable List<String> repoDigests,
        @Nullable String created,
        long size,
        @Nullable String os,
        @Nullable String architecture,
        @Nullable Config config,
        @Json.Property("RootFS") @Nullable RootFs rootFs) {

    /// `Config`.
    @Json(naming = Naming.UpperCamel)
    public record Config(
            @Nullable List<String> env,
            @Nullable List<String> cmd,
            @Nullable List<String> entrypoint,
            @Nullable Map<String, String> labels,
            @Nullable String user,
            @Nullable String workingDir) {}

    /// `RootFS`.
    @Json(naming = Naming.UpperCamel)
    public record RootFs(@Nullable List<String> layers) {}
}
