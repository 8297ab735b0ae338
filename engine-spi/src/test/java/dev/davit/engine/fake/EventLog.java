package dev.davit.engine.fake;

import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/// Everything that happened, in order.
final class EventLog {
    private final World world;
    private final List<Event> events = new ArrayList<>();
    private final Condition changed;

    EventLog(World world) {
        this.world = world;
        this.changed = world.condition();
    }

    void add(Event event) {
        events.add(event);
        changed.signalAll();
    }

    void add(String type, String action, String actor, Map<String, String> attributes) {
        add(new Event(type, action, actor, attributes, "local", world.now()));
    }

    /// Something that happened to a container: its labels, image and name go with it.
    void of(FakeContainer container, String action, Map<String, String> more) {
        var attributes = new LinkedHashMap<>(container.spec.labels());
        attributes.putAll(more);
        attributes.put("image", container.spec.image());
        attributes.put("name", container.name);
        add("container", action, container.id.value(), attributes);
    }

    void of(FakeContainer container, String action) {
        of(container, action, Map.of());
    }

    Feed<Event> open(Client client, EventQuery query) {
        int start = query.since().isPresent() || query.until().isPresent() ? 0 : events.size();
        return new Following(client, query, start);
    }

    private final class Following extends WorldFeed<Event> {
        private final EventQuery query;
        private final Filters filters;
        private int position;

        Following(Client client, EventQuery query, int start) {
            super(client, "follow events", changed);
            this.query = query;
            this.filters = query.filters();
            this.position = start;
        }

        @Override
        Optional<Event> poll() {
            while (position < events.size()) {
                var event = events.get(position++);
                if (inTime(event.time()) && EventMatch.matches(filters, event)) return Optional.of(event);
            }
            return Optional.empty();
        }

        private boolean inTime(Instant time) {
            boolean early = query.since().isPresent() && time.isBefore(query.since().get());
            return !early && !isAfterEnd(time);
        }

        private boolean isAfterEnd(Instant time) {
            return query.until().isPresent() && time.isAfter(query.until().get());
        }

        @Override
        boolean isOver() {
            return isAfterEnd(world.now());
        }

        @Override
        long patience() {
            return query.until().map(end -> Math.min(Duration.between(world.now(), end).toMillis(), 3_600_000) * 1_000_000 + 1).orElse(Long.MAX_VALUE);
        }
    }
}
