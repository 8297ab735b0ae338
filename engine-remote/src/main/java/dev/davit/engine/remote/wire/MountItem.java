package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import org.jspecify.annotations.Nullable;

/// `MountPoint`.
@Json(naming = Naming.UpperCamel)
public record MountItem(
        @Nullable String type,
        @Nullable String name,
        @Nullable String source,
        @Nullable String destination,
        @Nullable String driver,
        @Nullable String mode,
        @Json.Property("RW") boolean rw,
        @Nullable String propagation) {}
