package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.Feed;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.WaitCondition;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogOptions;
import dev.davit.testing.Dockerd;
import dev.davit.testing.LeakCheck;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A daemon that goes and comes back: what was open says so, and the next call meets it again.
class DaemonRestartTest {
    @TempDir
    Path folder;

    @Test
    void a_daemon_that_restarts_is_met_again_and_open_feeds_say_that_it_was_lost() throws Exception {
        LeakCheck.around(folder, () -> {
            try (var daemon = Dockerd.start(folder.resolve("d"));
                    var engine = new DockerEngineProvider().open(daemon.host(), EngineSettings.of(Map.of()))) {
                var container = run(engine);
                try (var events = engine.telemetry().events(EventQuery.live());
                        var log = engine.telemetry().logs(container, LogOptions.follow(0));
                        var session = engine.sessions().attach(container, AttachOptions.output());
                        var exit = engine.containers().exits(container, WaitCondition.REMOVED)) {
                    daemon.restart();
                    assertLost(events, "cannot follow events: ", daemon);
                    assertLost(exit, "cannot wait for container web: ", daemon);
                    // The container ended with its daemon: what it wrote and its session are over, without an error.
                    readToTheEnd(log);
                    readToTheEnd(session.output());
                }
                assertThat(engine.containers().list(ContainerQuery.everything())).singleElement()
                        .satisfies(item -> assertThat(item.name()).isEqualTo("web"));
                engine.containers().start(container);
                assertThat(engine.containers().list(ContainerQuery.running())).hasSize(1);
            }
        });
    }

    private static ContainerRef run(Engine engine) {
        engine.containers().create(ContainerSpec.of(Dockerd.BUSYBOX, "sleep", "1000")
                .named("web")
                .with(spec -> spec.network = NetworkSpec.none().with(network -> network.mode = Optional.of("none"))));
        var container = new ContainerRef("web");
        engine.containers().start(container);
        return container;
    }

    /// Reads what came before, and then the error.
    private static void assertLost(Feed<?> feed, String tried, Dockerd daemon) {
        assertThatThrownBy(() -> readToTheEnd(feed))
                .isInstanceOf(EngineException.Unavailable.class)
                .hasMessageStartingWith(tried)
                .hasMessageContaining("the daemon at " + daemon.host());
    }

    private static void readToTheEnd(Feed<?> feed) {
        var items = feed.iterator();
        while (items.hasNext()) items.next();
    }
}
