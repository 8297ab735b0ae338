package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineSettings;
import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogOptions;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Feeds that wait cost no platform thread each.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
class ThreadsTest {
    private static final int FEEDS = 300;

    @Test
    void three_hundred_blocked_feeds_use_no_thread_of_the_system_each(Dockerd daemon) {
        var readers = new ArrayList<Thread>();
        try (var engine = new DockerEngineProvider().open(daemon.host(), EngineSettings.of(Map.of()))) {
            var container = ContainerRef.of(engine.containers().create(ContainerSpec.of(Dockerd.BUSYBOX, "sleep", "1000")
                    .with(spec -> spec.network = NetworkSpec.none().with(network -> network.mode = Optional.of("none")))).id());
            engine.containers().start(container);
            try {
                // The first ones start what the JVM starts once: carriers and pollers.
                for (int i = 0; i < 4; i++) readers.add(read(engine.telemetry().events(EventQuery.live())));
                awaitBlocked(readers);
                int before = Thread.getAllStackTraces().size();
                for (int i = 0; i < FEEDS / 2; i++) {
                    readers.add(read(engine.telemetry().events(EventQuery.live())));
                    readers.add(read(engine.telemetry().logs(container, LogOptions.follow(0))));
                }
                awaitBlocked(readers);
                // Virtual threads are not among these.
                assertThat(Thread.getAllStackTraces().size() - before).isLessThan(FEEDS / 10);
                assertThat(engine.containers().inspect(container).pid()).isPositive();
            } finally {
                engine.containers().remove(container, RemoveOptions.FORCE);
            }
        }
        for (var reader : readers) Await.until("the reader has ended", () -> !reader.isAlive());
    }

    private static Thread read(Feed<?> feed) {
        return Thread.ofVirtual().start(() -> {
            for (var item : feed) assertThat(item).isNotNull();
        });
    }

    private static void awaitBlocked(Iterable<Thread> readers) {
        for (var reader : readers) {
            Await.until("the reader waits", () -> reader.getState() == Thread.State.WAITING || !reader.isAlive());
            assertThat(reader.isAlive()).isTrue();
        }
    }
}
