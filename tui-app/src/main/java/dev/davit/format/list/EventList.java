package dev.davit.format.list;

import dev.davit.engine.document.EventDocuments;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.system.Event;
import dev.davit.format.DockerFunctions;
import dev.davit.format.Times;
import dev.davit.format.template.Template;
import dev.davit.format.template.TemplateException;
import dev.davit.format.template.Value;
import java.time.ZoneId;
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
        return format.equals("json") ? EventDocuments.of(event).text(JsonStyle.COMPACT) : plain(event);
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

    private static Row row(Event event) {
        Map<String, String> attributes = event.attributes();
        var actor = new Row("events.Actor")
                .text("ID", event::actorId)
                .value("Attributes", () -> Value.of(attributes));
        return new Row("*events.Message")
                .text("Status", () -> EventDocuments.hasStatus(event) ? event.action() : "")
                .text("ID", () -> EventDocuments.hasStatus(event) ? event.actorId() : "")
                .text("From", () -> EventDocuments.from(event).orElse(""))
                .text("Type", event::type)
                .text("Action", event::action)
                .value("Actor", actor::asValue)
                .text("Scope", event::scope)
                .value("Time", () -> Value.of(event.time().getEpochSecond()))
                .value("TimeNano", () -> Value.of(EventDocuments.nanos(event)));
    }
}
