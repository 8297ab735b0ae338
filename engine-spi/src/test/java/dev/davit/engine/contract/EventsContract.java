package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ExecSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What happens, as it happens.
public abstract class EventsContract extends EngineContract {

    private static EventQuery of(ContainerRef container) {
        return EventQuery.live().with(Filters.of("type", "container").and("container", container.text()));
    }

    private Feed<Event> events(EventQuery query) {
        return engine().telemetry().events(query);
    }

    /// The actions until all of these were told.
    private static List<String> actions(Feed<Event> events, String... last) {
        var actions = new ArrayList<String>();
        for (var event : events) {
            actions.add(event.action());
            if (actions.containsAll(List.of(last))) return actions;
        }
        throw new AssertionError("the events ended without " + List.of(last) + ": " + actions);
    }

    private static List<Event> all(Feed<Event> events) {
        var all = new ArrayList<Event>();
        for (var event : events) all.add(event);
        return all;
    }

    @Test
    void the_feed_is_live_when_it_is_opened() {
        var spec = spec("true");
        var name = new ContainerRef(spec.name().orElseThrow());
        try (var events = events(of(name))) {
            create(spec);
            assertThat(events.iterator().next().action()).isEqualTo("create");
        }
    }

    @Test
    void a_containers_life_is_told_in_order() {
        var spec = spec("true");
        var name = new ContainerRef(spec.name().orElseThrow());
        try (var events = events(of(name))) {
            runToEnd(spec);
            engine().containers().remove(name, RemoveOptions.GENTLE);
            assertThat(actions(events, "destroy")).containsExactly("create", "start", "die", "destroy");
        }
    }

    @Test
    void a_stop_is_told_with_its_signal_and_its_end() {
        var container = run("sleep", "1000");
        try (var events = events(of(container))) {
            engine().containers().stop(container, StopOptions.within(Duration.ZERO));
            // whether its end is told before the stop is over differs
            assertThat(actions(events, "die", "stop")).startsWith("kill");
        }
    }

    @Test
    @Needs(Feature.PAUSE)
    void pausing_is_told() {
        var container = run("sleep", "1000");
        try (var events = events(of(container))) {
            engine().containers().pause(container);
            engine().containers().unpause(container);
            assertThat(actions(events, "unpause")).containsExactly("pause", "unpause");
        }
    }

    @Test
    void a_rename_is_told_with_the_old_name() {
        var container = create("true");
        var id = ContainerRef.of(id(container));
        String name = freshName();
        try (var events = events(of(id))) {
            engine().containers().rename(container, name);
            var event = events.iterator().next();
            assertThat(event.action()).isEqualTo("rename");
            assertThat(event.attributes()).containsEntry("name", name).containsEntry("oldName", "/" + container);
        }
    }

    @Test
    void an_exec_is_told_with_its_command() {
        var container = run("sleep", "1000");
        try (var events = events(of(container))) {
            engine().sessions().startDetached(engine().sessions().exec(container, ExecSpec.of("true")));
            assertThat(actions(events, "exec_die")).extracting(String::strip).containsExactly("exec_create: true", "exec_start: true", "exec_die");
        }
    }

    @Test
    void what_happens_as_soon_as_the_call_returns_is_told() {
        for (int i = 0; i < 20; i++) {
            var spec = spec("true");
            try (var events = events(of(new ContainerRef(spec.name().orElseThrow())))) {
                create(spec);
                assertThat(events.iterator().next().action()).isEqualTo("create");
            }
        }
    }

    @Test
    void what_happened_before_the_call_is_not_told() {
        for (int i = 0; i < 5; i++) {
            var container = create("true");
            try (var events = events(of(container))) {
                engine().containers().remove(container, RemoveOptions.GENTLE);
                assertThat(events.iterator().next().action()).isEqualTo("destroy");
            }
        }
    }

    @Test
    void an_event_says_what_happened_to_what_and_when() {
        var spec = spec("sh", "-c", "exit 3").with(draft -> draft.labels = Map.of("color", "red"));
        var name = new ContainerRef(spec.name().orElseThrow());
        try (var events = events(of(name).with(Filters.of("container", name.text()).and("event", "die")))) {
            var container = runToEnd(spec);
            var event = events.iterator().next();
            assertThat(event.type()).isEqualTo("container");
            assertThat(event.scope()).isEqualTo("local");
            assertThat(event.actorId()).isEqualTo(id(container).value());
            assertThat(event.attributes())
                    .containsEntry("name", name.text())
                    .containsEntry("image", subject().busybox())
                    .containsEntry("exitCode", "3")
                    .containsEntry("color", "red");
            assertThat(event.time()).isBetween(inspect(container).created(), Instant.now());
        }
    }

    @Test
    void a_filter_on_the_event_brings_only_those() {
        var container = create("true");
        try (var events = events(EventQuery.live().with(Filters.of("container", container.text()).and("event", "die")))) {
            engine().containers().start(container);
            assertThat(events.iterator().next().action()).isEqualTo("die");
        }
    }

    @Test
    void two_values_of_a_filter_are_alternatives() {
        var container = create("true");
        var either = Filters.of("container", container.text()).and("event", "die").and("event", "start");
        try (var events = events(EventQuery.live().with(either))) {
            engine().containers().start(container);
            assertThat(actions(events, "die")).containsExactly("start", "die");
        }
    }

    @Test
    void a_filter_on_a_label_brings_only_what_has_it() {
        String key = freshName();
        try (var events = events(EventQuery.live().with(Filters.of("label", key + "=1")))) {
            create("true");
            create(spec("true").with(spec -> spec.labels = Map.of(key, "2")));
            var wanted = create(spec("true").with(spec -> spec.labels = Map.of(key, "1")));
            assertThat(events.iterator().next().attributes()).containsEntry("name", wanted.text());
        }
    }

    @Test
    void a_filter_on_the_type_leaves_other_things_out() {
        var image = new ImageRef(freshName() + ":x");
        try (var events = events(EventQuery.live().with(Filters.of("type", "image")))) {
            create("true");
            engine().images().tag(new ImageRef(subject().busybox()), image);
            afterwards(() -> removeIfThere(image));
            var event = events.iterator().next();
            assertThat(event.type()).isEqualTo("image");
            assertThat(event.action()).isEqualTo("tag");
            assertThat(event.attributes()).containsEntry("name", image.text());
        }
    }

    @Test
    void the_past_comes_from_a_time_on() {
        var container = runToEnd("true");
        var from = inspect(container).created().minusSeconds(1);
        var query = new EventQuery(Optional.of(from), Optional.of(Instant.now()), of(container).filters());
        try (var events = events(query)) {
            assertThat(all(events)).extracting(Event::action).containsExactly("create", "start", "die");
        }
    }

    @Test
    void the_time_of_an_event_resumes_there() {
        var container = runToEnd("true");
        var from = inspect(container).created().minusSeconds(1);
        Instant died;
        try (var events = events(new EventQuery(Optional.of(from), Optional.of(Instant.now()), of(container).filters()))) {
            died = all(events).getLast().time();
        }
        try (var events = events(new EventQuery(Optional.of(died), Optional.of(Instant.now()), of(container).filters()))) {
            assertThat(all(events)).extracting(Event::action).containsExactly("die");
        }
    }

    @Test
    void the_past_is_followed_by_what_comes() {
        var container = create("true");
        var from = inspect(container).created().minusSeconds(1);
        try (var events = events(new EventQuery(Optional.of(from), Optional.empty(), of(container).filters()))) {
            engine().containers().start(container);
            assertThat(actions(events, "die")).containsExactly("create", "start", "die");
        }
    }

    @Test
    void the_feed_ends_when_its_time_has_come() {
        var until = Instant.now().plusMillis(300);
        try (var events = events(new EventQuery(Optional.empty(), Optional.of(until), Filters.of("container", freshName())))) {
            assertThat(events.iterator().hasNext()).isFalse();
        }
        assertThat(Instant.now()).isAfterOrEqualTo(until);
    }

    @Test
    void a_past_in_which_nothing_matches_is_empty() {
        var query = new EventQuery(Optional.of(Instant.now().minusSeconds(1)), Optional.of(Instant.now()), Filters.of("container", freshName()));
        try (var events = events(query)) {
            assertThat(all(events)).isEmpty();
        }
    }

    @Test
    void what_one_opening_does_another_sees() {
        var spec = spec("true");
        try (var other = subject().openAgain();
                var events = other.telemetry().events(of(new ContainerRef(spec.name().orElseThrow())))) {
            create(spec);
            assertThat(events.iterator().next().action()).isEqualTo("create");
        }
    }
}
