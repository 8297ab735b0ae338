package dev.davit.engine.remote.wire;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// `GET /exec/{id}/json`.
@Json
public record ExecDocument(
        @Json.Property("ID") String id,
        @Json.Property("ContainerID") String containerId,
        @Json.Property("Running") boolean running,
        @Json.Property("ExitCode") @Nullable Integer exitCode,
        @Json.Property("Pid") int pid,
        @Json.Property("CanRemove") boolean canRemove,
        @Json.Property("ProcessConfig") @Nullable ProcessConfig process) {

    /// `ProcessConfig`.
    @Json
    public record ProcessConfig(boolean tty) {}
}
