package dev.davit.engine.fake;

import dev.davit.engine.Filters;
import dev.davit.engine.system.Event;

/// Docker's filters on events.
final class EventMatch {
    private EventMatch() {}

    static boolean matches(Filters filters, Event event) {
        return filters.values().entrySet().stream().allMatch(entry -> {
            var wanted = entry.getValue();
            if (entry.getKey().equals("label")) return wanted.stream().allMatch(value -> Labels.match(event.attributes(), value));
            return wanted.stream().anyMatch(value -> matches(entry.getKey(), value, event));
        });
    }

    private static boolean matches(String filter, String wanted, Event event) {
        return switch (filter) {
            case "type" -> event.type().equals(wanted);
            case "scope" -> event.scope().equals(wanted);
            // An exec's actions carry its command: `exec_start: sh`.
            case "event" -> event.action().equals(wanted) || event.action().startsWith(wanted + ":");
            case "image" -> event.type().equals("image") ? actor(event, wanted) : image(event, wanted);
            case "container", "network", "volume", "daemon" -> event.type().equals(filter) && actor(event, wanted);
            default -> true;
        };
    }

    private static boolean actor(Event event, String wanted) {
        return wanted.equals(event.attributes().get("name")) || event.actorId().startsWith(wanted);
    }

    private static boolean image(Event event, String wanted) {
        String image = event.attributes().getOrDefault("image", "");
        return image.equals(wanted) || image.startsWith(wanted + ":");
    }
}
