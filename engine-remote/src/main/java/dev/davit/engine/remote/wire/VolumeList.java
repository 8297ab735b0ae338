package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /volumes`.
@Json
public record VolumeList(@Json.Property("Volumes") @Nullable List<VolumeDocument> volumes) {}
