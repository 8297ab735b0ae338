package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `GET /volumes/{name}`, and an item of `GET /volumes`.
@Json(naming = Naming.UpperCamel)
public record VolumeDocument(
        @Json.Property("Name") String name,
        @Json.Property("Driver") @Nullable String driver,
        @Json.Property("Mountpoint") @Nullable String mountpoint,
        @Nullable String createdAt,
        @Json.Property("Labels") @Nullable Map<String, String> labels,
        @Json.Property("Scope") @Nullable String scope,
        @Json.Property("Options") @Nullable Map<String, String> options,
        @Nullable Usage usageData) {

    /// `UsageData`.
    @Json(naming = Naming.UpperCamel)
    public record Usage(@Json.Property("Size") long size, long refCount) {}
}
