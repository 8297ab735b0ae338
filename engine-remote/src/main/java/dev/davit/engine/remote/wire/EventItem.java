package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item of `GET /events`.
@Json
public record EventItem(
        @Json.Property("Type") @Nullable String type,
        @Json.Property("Action") @Nullable String action,
        @Json.Property("Actor") @Nullable Actor actor,
        @Nullable String scope,
        long time,
        long timeNano) {

    /// `Actor`.
    @Json
    public record Actor(
            @Json.Property("ID") @Nullable String id, @Json.Property("Attributes") @Nullable Map<String, String> attributes) {}
}
