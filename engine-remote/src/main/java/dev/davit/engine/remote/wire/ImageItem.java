package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item of `GET /images/json`.
@Json(naming = Naming.UpperCamel)
public record ImageItem(
        @Json.Property("Id") String id,
        @Nullable String parentId,
        @Nullable List<String> repoTags,
        @Nullable List<String> repoDigests,
        @Json.Property("Created") long created,
        @Json.Property("Size") long size,
        @Nullable Long sharedSize,
        @Json.Property("Labels") @Nullable Map<String, String> labels,
        @Json.Property("Containers") @Nullable Long containers) {}
