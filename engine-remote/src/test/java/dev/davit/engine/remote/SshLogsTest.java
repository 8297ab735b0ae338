package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.system.LogOptions;
import dev.davit.testing.Await;
import dev.davit.testing.Dockerd;
import dev.davit.testing.DockerdExtension;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Sshd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A far daemon's logs are followed through one ssh, however many they are: sshd allows a login only so many sessions, and takes
/// only so many logins at once.
@ExtendWith({DockerdExtension.class, LeakCheck.class})
class SshLogsTest {
    private static final int CONTAINERS = 100;
    private static final int AT_ONCE = 6;

    @Test
    @Tag("long")
    void a_hundred_logs_are_followed_through_one_ssh(Dockerd daemon, @TempDir Path folder) throws Exception {
        var names = IntStream.range(0, CONTAINERS).mapToObj(i -> "ssh-logs-" + i).toList();
        var created = new ConcurrentLinkedQueue<ContainerRef>();
        var read = new ConcurrentHashMap<String, String>();
        var readers = new ArrayList<Thread>();
        try (var sshd = Sshd.start(folder.resolve("sshd"));
                var here = new DockerEngineProvider().open(daemon.host(), EngineSettings.of(Map.of()));
                var there = new DockerEngineProvider().open(sshd.url(daemon.socket()), EngineSettings.of(sshd.user()))) {
            try {
                each(names, name -> start(here, name, created));
                for (String name : names) readers.add(Thread.ofVirtual().start(() -> follow(there, name, read)));
                Await.until("a line of each log has come", () -> read.size() == CONTAINERS);
                assertThat(read).allSatisfy((name, text) -> assertThat(text).isEqualTo("I am " + name + "\n"));
                assertThat(readers).allMatch(Thread::isAlive);
                assertThat(sshd.logins()).isEqualTo(1);
                assertThat(sshProcesses()).isEqualTo(1);
            } finally {
                each(created, container -> here.containers().remove(container, RemoveOptions.FORCE));
            }
            for (var reader : readers) Await.until("the log has ended with its container", () -> !reader.isAlive());
            assertThat(sshd.logins()).isEqualTo(1);
        }
        assertThat(read).allSatisfy((name, text) -> assertThat(text).isEqualTo("I am " + name + "\n"));
    }

    private static void start(Engine engine, String name, Collection<ContainerRef> created) {
        var spec = ContainerSpec.of(Dockerd.BUSYBOX, "sh", "-c", "echo I am " + name + "; sleep 1000")
                .named(name)
                .with(draft -> draft.network = NetworkSpec.none().with(network -> network.mode = Optional.of("none")));
        var container = ContainerRef.of(engine.containers().create(spec).id());
        created.add(container);
        engine.containers().start(container);
    }

    private static void follow(Engine engine, String name, Map<String, String> read) {
        try (var log = engine.telemetry().logs(new ContainerRef(name), LogOptions.follow(10))) {
            for (var chunk : log) read.merge(name, new String(chunk.bytes(), StandardCharsets.UTF_8), String::concat);
        }
    }

    /// Does it for all of them, a few at a time, and fails with the first failure when all are done.
    private static <T> void each(Collection<T> items, Consumer<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var done = pool.invokeAll(items.stream().map(item -> Executors.callable(() -> work.accept(item))).toList());
            for (var each : done) each.get();
        }
    }

    private static long sshProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/ssh"))
                .count();
    }
}
