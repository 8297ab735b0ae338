package dev.davit.engine.system;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something that happened.
///
/// @param type `container`, `image`, `network`, `volume`, `daemon`, …
/// @param action `create`, `start`, `die`, `exec_start: sh`, …
/// @param actorId the id or name of what it happened to
/// @param attributes of that thing: `name`, `image`, `exitCode`, labels
/// @param scope `local` or `swarm`
/// @param time when, to the nanosecond: resume with [EventQuery#since()]
public record Event(
        String type, String action, String actorId, Map<String, String> attributes, String scope, Instant time) {

    public Event {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
