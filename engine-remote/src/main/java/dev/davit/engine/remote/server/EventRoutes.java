package dev.davit.engine.remote.server;

import dev.davit.engine.document.EventDocuments;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.Telemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// What happens: `/events` as docker tells it, `/davit/v1/events` with an attribute more ([Callers#ATTRIBUTE]) where it is known who
/// asked for it.
final class EventRoutes {
    private final Telemetry telemetry;
    private final Callers callers;

    EventRoutes(Telemetry telemetry, Callers callers) {
        this.telemetry = telemetry;
        this.callers = callers;
    }

    void into(Router router) {
        router.on("GET", "/events", call -> events(call, event -> event));
        router.on("GET", "/davit/v1/events", call -> events(call, callers::told));
    }

    /// The head is sent once the feed is live: whatever a client does after it has read the head is told.
    private void events(Call call, UnaryOperator<Event> told) throws IOException {
        var query = new EventQuery(Times.of(call, "since"), Times.of(call, "until"), call.filters());
        if (query.since().isPresent() && query.until().isPresent() && query.since().get().isAfter(query.until().get())) {
            throw Call.invalid("`since` time (" + call.text("since") + ") cannot be after `until` time (" + call.text("until") + ")");
        }
        try (var events = telemetry.events(query)) {
            call.exchange().whenGone(events::close);
            var out = call.exchange().begin(200, Call.JSON);
            for (var event : events) {
                out.write((EventDocuments.of(told.apply(event)).text(JsonStyle.WIRE) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
