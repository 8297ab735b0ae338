package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogChunk;
import dev.davit.engine.system.LogOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What all feeds have in common, shown on logs and events.
public abstract class FeedContract extends EngineContract {

    private Feed<LogChunk> blocked() {
        return engine().telemetry().logs(standing(), following());
    }

    @Test
    void closing_from_another_thread_brings_a_blocked_reader_back() throws Exception {
        var feed = blocked();
        try (var reader = new Reader(feed)) {
            reader.awaitBlocked();
            feed.close();
            reader.awaitEnd();
        }
    }

    @Test
    void interrupting_a_blocked_reader_cancels() throws Exception {
        try (var feed = blocked();
                var reader = new Reader(feed)) {
            reader.awaitBlocked();
            reader.interrupt();
            assertThat(reader.awaitFailure()).isInstanceOf(EngineException.Cancelled.class);
            assertThat(reader.wasInterrupted()).isTrue();
        }
    }

    @Test
    void a_reader_that_was_interrupted_before_is_cancelled_too() throws Exception {
        try (var feed = blocked()) {
            Thread.currentThread().interrupt();
            refused(EngineException.Cancelled.class, "read the log of container " + standing(), () -> assertThat(feed.iterator().hasNext()).isFalse());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closing_twice_is_harmless() {
        var feed = blocked();
        feed.close();
        feed.close();
        assertThat(feed.iterator().hasNext()).isFalse();
    }

    @Test
    void a_closed_feed_has_ended() {
        var feed = engine().telemetry().logs(runToEnd("seq", "5"), LogOptions.all());
        feed.close();
        assertThat(feed.iterator().hasNext()).isFalse();
        assertThatThrownBy(() -> feed.iterator().next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void the_iterator_is_the_same_each_time() {
        try (var feed = blocked()) {
            assertThat(feed.iterator()).isSameAs(feed.iterator());
        }
    }

    @Test
    void asking_whether_there_is_more_takes_nothing_away() {
        try (var log = engine().telemetry().logs(runToEnd("seq", "2"), LogOptions.all())) {
            var chunks = log.iterator();
            assertThat(chunks.hasNext()).isTrue();
            assertThat(chunks.hasNext()).isTrue();
            assertThat(chunks.next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("1\n");
            assertThat(chunks.next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("2\n");
            assertThat(chunks.hasNext()).isFalse();
        }
    }

    @Test
    void beyond_the_end_there_is_no_item() {
        try (var log = engine().telemetry().logs(runToEnd("true"), LogOptions.all())) {
            assertThatThrownBy(() -> log.iterator().next()).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void two_readers_of_one_log_each_read_all_of_it() {
        var container = runToEnd("seq", "100");
        try (var one = engine().telemetry().logs(container, LogOptions.all());
                var other = engine().telemetry().logs(container, LogOptions.all())) {
            assertThat(text(one)).isEqualTo(text(other)).endsWith("100\n");
        }
    }

    @Test
    void a_slow_reader_loses_nothing() {
        var container = create("seq", "20000");
        var lines = new AtomicInteger();
        try (var session = engine().sessions().attach(container, AttachOptions.output())) {
            engine().containers().start(container);
            for (var chunk : session.output()) {
                for (byte b : chunk.bytes()) if (b == '\n') lines.incrementAndGet();
                // Asking something else each time makes it slower than the process, which writes without a pause.
                if (lines.get() < 50) assertThat(inspect(container).path()).isEqualTo("seq");
            }
        }
        assertThat(lines).hasValue(20000);
    }

    @Test
    void each_item_owns_its_bytes() {
        var container = runToEnd("seq", "5");
        var chunks = new ArrayList<LogChunk>();
        try (var log = engine().telemetry().logs(container, LogOptions.all())) {
            log.forEach(chunks::add);
        }
        assertThat(chunks.getFirst().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("1\n");
        assertThat(chunks.getLast().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("5\n");
    }

    @Test
    void three_hundred_blocked_feeds_leave_room_for_another_call() throws Exception {
        var readers = new ArrayList<Reader>();
        try (var other = subject().openAgain()) {
            for (int i = 0; i < 300; i++) readers.add(new Reader(other.telemetry().events(EventQuery.live().with(Filters.of("container", "nobody")))));
            for (var reader : readers) reader.awaitBlocked();
            assertThat(other.containers().inspect(standing()).state()).isEqualTo(ContainerState.RUNNING);
            try (var log = other.telemetry().logs(runToEnd("echo", "hello"), LogOptions.all())) {
                assertThat(text(log)).isEqualTo("hello\n");
            }
        }
        for (var reader : readers) reader.awaitEnd();
    }

    @Test
    void closing_the_engine_ends_its_feeds() throws Exception {
        var other = subject().openAgain();
        try (var reader = new Reader(other.telemetry().events(EventQuery.live()))) {
            reader.awaitBlocked();
            other.close();
            reader.awaitEnd();
        }
    }

    @Test
    void closing_one_opening_leaves_the_others_feeds() throws Exception {
        var spec = spec("true");
        try (var events = engine().telemetry().events(EventQuery.live().with(Filters.of("container", spec.name().orElseThrow())))) {
            subject().openAgain().close();
            create(spec);
            assertThat(events.iterator().next().action()).isEqualTo("create");
        }
    }

    @Test
    void a_call_on_an_interrupted_thread_is_cancelled() {
        Thread.currentThread().interrupt();
        try {
            refused(EngineException.Cancelled.class, "list containers", () -> engine().containers().list(ContainerQuery.running()));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
