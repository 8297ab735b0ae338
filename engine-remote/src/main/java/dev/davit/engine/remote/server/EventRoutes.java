package dev.davit.engine.remote.server;

import dev.davit.engine.document.EventDocuments;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.Telemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What happens: `/events`.
final class EventRoutes {
    private final Telemetry telemetry;

    EventRoutes(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void into(Router router) {
        router.on("GET", "/events", this::events);
    }

    /// The head is sent once the feed is live: whatever a client does after it has read the head is told.
    private void events(Call call) throws IOException {
        var query = new EventQuery(Times.of(call, "since"), Times.of(call, "until"), call.filters());
        if (query.since().isPresent() && query.until().isPresent() && query.since().get().isAfter(query.until().get())) {
            throw Call.invalid("`since` time (" + call.text("since") + ") cannot be after `until` time (" + call.text("until") + ")");
        }
        try (var events = telemetry.events(query)) {
            call.exchange().whenGone(events::close);
            var out = call.exchange().begin(200, Call.JSON);
            for (var event : events) {
                out.write((EventDocuments.of(event).text(JsonStyle.WIRE) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
