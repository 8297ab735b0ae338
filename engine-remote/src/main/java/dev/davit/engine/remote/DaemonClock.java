package dev.davit.engine.remote;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// What time it is where the daemon runs.
///
/// A daemon answers a request for events before it begins to listen for them: what happens in between is told only to who
/// asks from a moment on (`since`). That moment must be the daemon's own.
final class DaemonClock {
    private final Daemon daemon;

    DaemonClock(Daemon daemon) {
        this.daemon = daemon;
    }

    /// The time there, at the latest now; empty when the daemon does not tell it.
    Optional<Instant> now(String what) {
        // who has its socket has its clock
        if (daemon.address().startsWith("unix://")) return Optional.of(Instant.now());
        if (!(Json.parse(daemon.get(what, Query.of("/info"))) instanceof JsonObject info)) return Optional.empty();
        String time = info.string("SystemTime");
        try {
            return time.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
