package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item of `GET /images/json`.
@Json(naming = Naming.UpperCamel)
public record ImageItem(
        String id,
        @Nullable String parentId,
        @Nullable List<String> repoTags,
        @Nullable List<String> repoDigests,
        long created,
        long size,
        @Nullable Long sharedSize,
        @Nullable Map<String, String> labels,
        @Nullable Long containers) {}
