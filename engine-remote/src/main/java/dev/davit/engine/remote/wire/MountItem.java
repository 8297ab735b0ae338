package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.Json.Naming;
import org.jspecify.annotations.Nullable;

/// `MountPoint`.
@Json(naming = Naming.UpperCamel)
public record MountItem(
        @Json.Property("Type") @Nullable String type,
        @Json.Property("Name") @Nullable String name,
        @Json.Property("Source") @Nullable String source,
        @Json.Property("Destination") @Nullable String destination,
        @Json.Property("Driver") @Nullable String driver,
        @Json.Property("Mode") @Nullable String mode,
        @Json.Property("RW") boolean rw,
        @Json.Property("Propagation") @Nullable String propagation) {}
