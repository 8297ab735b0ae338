package dev.davit.engine.fake;

import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;

/// What happened, in order. Of what all followers have had only the newest is kept, as dockerd does, which keeps 256 events.
final class EventLog {
    private static final int KEPT = 1000;

    private final World world;
    private final List<Event> events = new ArrayList<>();
    private final Set<Following> followers = new HashSet<>();
    private final Condition changed;
    /// How many are kept no more.
    private long dropped;

    EventLog(World world) {
        this.world = world;
        this.changed = world.condition();
    }

    void add(Event event) {
        events.add(event);
        if (events.size() >= 2 * KEPT) trim();
        changed.signalAll();
    }

    private void trim() {
        long needed = followers.stream().mapToLong(follower -> follower.position).min().orElse(Long.MAX_VALUE);
        int old = (int) Math.min(events.size() - KEPT, needed - dropped);
        events.subList(0, old).clear();
        dropped += old;
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
        long start = query.since().isPresent() || query.until().isPresent() ? dropped : dropped + events.size();
        var following = new Following(client, query, start);
        followers.add(following);
        return following;
    }

    private final class Following extends WorldFeed<Event> {
        private final EventQuery query;
        private final Filters filters;
        private long position;

        Following(Client client, EventQuery query, long start) {
            super(client, "follow events", changed);
            this.query = query;
            this.filters = query.filters();
            this.position = start;
        }

        @Override
        Optional<Event> poll() {
            while (position < dropped + events.size()) {
                var event = events.get((int) (position++ - dropped));
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
        void release() {
            followers.remove(this);
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
