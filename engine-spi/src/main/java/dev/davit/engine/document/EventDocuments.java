package dev.davit.engine.document;

import dev.davit.engine.system.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;

/// Events as Docker's documents, with the members that clients of old look at (`status`, `id`, `from`). Source: the Docker Engine
/// API, `EventMessage`; which event has which of the old members is dockerd's.
public final class EventDocuments {
    private EventDocuments() {}

    /// One event's; the members stand in dockerd's order.
    public static JsonObject of(Event event) {
        var document = JsonObject.builder();
        if (hasStatus(event)) document.put("status", event.action()).put("id", event.actorId());
        from(event).ifPresent(image -> document.put("from", image));
        return document.put("Type", event.type())
                .put("Action", event.action())
                .put("Actor", JsonObject.builder()
                        .put("ID", event.actorId())
                        .put("Attributes", new TreeMap<>(event.attributes()))
                        .build())
                .put("scope", event.scope())
                .put("time", event.time().getEpochSecond())
                .put("timeNano", nanos(event))
                .build();
    }

    /// Whether an event has the old members at all.
    public static boolean hasStatus(Event event) {
        return event.type().equals("container") || event.type().equals("image");
    }

    /// The old member `from`: a container's image.
    public static Optional<String> from(Event event) {
        if (!event.type().equals("container")) return Optional.empty();
        return Optional.of(event.attributes().getOrDefault("image", "")).filter(image -> !image.isEmpty());
    }

    /// When it happened, in nanoseconds since 1970.
    public static long nanos(Event event) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, event.time());
    }
}
