package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /system/df`.
@Json(naming = Naming.UpperCamel)
public record DiskUsageDocument(
        long layersSize,
        @Json.Property("Images") @Nullable List<ImageItem> images,
        @Json.Property("Containers") @Nullable List<ContainerItem> containers,
        @Json.Property("Volumes") @Nullable List<VolumeDocument> volumes,
        @Nullable List<Cache> buildCache) {

    /// An item of `BuildCache`. Its parents are a list from API 1.42 on.
    @Json(naming = Naming.UpperCamel)
    public record Cache(
            @Json.Property("ID") String id,
            @Json.Property("Parent") @Nullable String parent,
            @Json.Property("Parents") @Nullable List<String> parents,
            @Json.Property("Type") @Nullable String type,
            @Json.Property("Description") @Nullable String description,
            boolean inUse,
            @Json.Property("Shared") boolean shared,
            @Json.Property("Size") long size,
            @Nullable String createdAt,
            @Nullable String lastUsedAt,
            long usageCount) {}
}
