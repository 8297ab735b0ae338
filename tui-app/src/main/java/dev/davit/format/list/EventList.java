package dev.davit.format.list;

import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.system.Event;
import dev.davit.format.DockerFunctions;
import dev.davit.format.Times;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `davit events`: one line per event.
public final class EventList {
    private final String format;
    private final Optional<Template> template;
    private final ZoneId zone;

    /// @param format empty for docker's line, `json`, or a template
    public EventList(String format, ZoneId zone) {
        this.format = format.strip();
        this.zone = zone;
        boolean own = !this.format.isEmpty() && !this.format.equals("json");
        try {
            this.template = own ? Optional.of(Template.parse(this.format, DockerFunctions.ALL)) : Optional.empty();
        } catch (TemplateException e) {
            throw new TemplateException("error parsing format: " + e.getMessage());
        }
    }

    /// One event's line, without its end.
    public String line(Event event) {
        if (template.isPresent()) return template.get().execute(row(event).asValue());
        return format.equals("json") ? json(event) : plain(event);
    }

    private String plain(Event event) {
        var line = new StringBuilder(Times.rfc3339NanoFixed(event.time(), zone));
        line.append(' ').append(event.type()).append(' ').append(event.action()).append(' ').append(event.actorId());
        if (event.attributes().isEmpty()) return line.toString();
        line.append(" (");
        String separator = "";
        for (var attribute : new TreeMap<>(event.attributes()).entrySet()) {
            line.append(separator).append(attribute.getKey()).append('=').append(attribute.getValue());
            separator = ", ";
        }
        return line.append(')').toString();
    }

    private static boolean hasStatus(Event event) {
        return event.type().equals("container") || event.type().equals("image");
    }

    private static String from(Event event) {
        return event.type().equals("container") ? event.attributes().getOrDefault("image", "") : "";
    }

    private static long nanos(Event event) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, event.time());
    }

    /// The members and their order are the daemon's.
    private static String json(Event event) {
        var object = JsonObject.builder();
        if (hasStatus(event)) object.put("status", event.action()).put("id", event.actorId());
        if (!from(event).isEmpty()) object.put("from", from(event));
        var attributes = JsonObject.builder();
        new TreeMap<>(event.attributes()).forEach(attributes::put);
        return object.put("Type", event.type())
                .put("Action", event.action())
                .put("Actor", (Json) JsonObject.builder()
                        .put("ID", event.actorId())
                        .put("Attributes", (Json) attributes.build())
                        .build())
                .put("scope", event.scope())
                .put("time", event.time().getEpochSecond())
                .put("timeNano", nanos(event))
                .build()
                .text(JsonStyle.COMPACT);
    }

    private static Row row(Event event) {
        Map<String, String> attributes = event.attributes();
        var actor = new Row("events.Actor")
                .text("ID", event::actorId)
                .value("Attributes", () -> Value.of(attributes));
        return new Row("*events.Message")
                .text("Status", () -> hasStatus(event) ? event.action() : "")
                .text("ID", () -> hasStatus(event) ? event.actorId() : "")
                .text("From", () -> from(event))
                .text("Type", event::type)
                .text("Action", event::action)
                .value("Actor", actor::asValue)
                .text("Scope", event::scope)
                .value("Time", () -> Value.of(event.time().getEpochSecond()))
                .value("TimeNano", () -> Value.of(nanos(event)));
    }
}
