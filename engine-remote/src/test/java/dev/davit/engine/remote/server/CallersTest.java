package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineSettings;
import dev.davit.engine.Feed;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.remote.DockerEngineProvider;
import dev.davit.engine.remote.server.http.RawClient;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Who asked stands in the log, and in the events of what was done for them.
@ExtendWith(LeakCheck.class)
@Timeout(60)
class CallersTest {
    private static final String PAUSE = "POST /containers/{id}/pause";
    private static final String START = "POST /containers/{id}/start";
    private static final String ID = "5fd8a0b1c2d3";

    @TempDir
    Path folder;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Callers callers = new Callers();

    private void docker(String uid, String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--clear-groups", "docker", "-H", "unix://" + folder.resolve("s")));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("DOCKER_CONFIG", "/nonexistent");
        int code = builder.start().waitFor();
        assertThat(code).as(() -> read(folder.resolve("out"))).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String next(Feed<Event> events) {
        var event = events.iterator().next();
        return event.action() + " by " + event.attributes().getOrDefault(Callers.ATTRIBUTE, "nobody");
    }

    @Test
    void two_users_stand_in_the_log_and_in_the_events() throws Exception {
        Requirement.need(Requirement.ROOT, Requirement.SETPRIV, Requirement.DOCKER_COMMAND);
        String address = "unix://" + folder.resolve("s");
        try (var engine = new FakeEngine();
                var _ = new DockerApiServer()
                        .serve(engine, new ServerSettings(List.of(address), List.of(), Optional.empty(), log::add));
                var client = new DockerEngineProvider().open(address, EngineSettings.of(Map.of()))) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(folder.resolve("s"), PosixFilePermissions.fromString("rw-rw-rw-"));
            var web = ContainerRef.of(engine.run("web", "sleep", "1000"));
            try (var events = client.telemetry().events(EventQuery.live())) {
                docker("1", "pause", "web");
                docker("54321", "unpause", web.text().substring(0, 12));
                docker("0", "rename", "web", "shop");
                engine.containers().pause(web);
                assertThat(next(events)).isEqualTo("pause by uid=1(daemon)");
                assertThat(next(events)).isEqualTo("unpause by uid=54321");
                assertThat(next(events)).isEqualTo("rename by uid=0(root)");
                assertThat(next(events)).isEqualTo("pause by nobody");
            }
            assertThat(log)
                    .anyMatch(line -> line.startsWith("uid=1(daemon): POST /v") && line.endsWith("/containers/web/pause"))
                    .anyMatch(line -> line.startsWith("uid=54321: POST /v") && line.endsWith("/unpause"));
            try (var raw = RawClient.at(folder.resolve("s"))) {
                raw.send("GET /events?since=0&until=" + Instant.now().plusSeconds(1).getEpochSecond() + " HTTP/1.0\r\n\r\n");
                assertThat(raw.rest()).contains("\"Action\":\"unpause\"").doesNotContain(Callers.ATTRIBUTE);
            }
        }
    }

    private Callers.Span begin(String route, String caller, String object) {
        return callers.begin(route, () -> caller, _ -> object).orElseThrow();
    }

    private static Event event(String action, Instant time) {
        return new Event("container", action, ID, Map.of("name", "web"), "local", time);
    }

    private Optional<String> callerOf(Event event) {
        return Optional.ofNullable(callers.told(event).attributes().get(Callers.ATTRIBUTE));
    }

    @Test
    void what_happens_within_a_call_is_its_callers() {
        var before = Instant.now().minusNanos(1);
        var span = begin(PAUSE, "alice", "web");
        var within = Instant.now();
        assertThat(callerOf(event("pause", within))).contains("alice");
        span.close();
        assertThat(callerOf(event("pause", within))).contains("alice");
        assertThat(callerOf(event("pause", before))).isEmpty();
        assertThat(callerOf(event("pause", Instant.now().plusNanos(1)))).isEmpty();
    }

    @Test
    void another_thing_or_another_kind_of_event_is_not_the_callers() {
        try (var _ = begin(PAUSE, "alice", "we");
                var _ = begin(START, "bob", ID.substring(0, 4))) {
            assertThat(callerOf(event("pause", Instant.now()))).isEmpty();
            assertThat(callerOf(event("die", Instant.now()))).isEmpty();
            assertThat(callerOf(event("start", Instant.now()))).contains("bob");
        }
    }

    @Test
    void of_two_who_could_have_nobody_is_named() {
        try (var _ = begin(PAUSE, "alice", "web");
                var _ = begin(PAUSE, "alice", ID)) {
            assertThat(callerOf(event("pause", Instant.now()))).contains("alice");
            try (var _ = begin(PAUSE, "bob", "/web")) {
                assertThat(callerOf(event("pause", Instant.now()))).isEmpty();
            }
        }
    }

    @Test
    void a_call_that_only_looks_causes_nothing() {
        assertThat(callers.begin("GET /containers/{id}/json", () -> "alice", _ -> "web")).isEmpty();
    }

    @Test
    void a_call_that_still_runs_is_not_forgotten_for_later_ones() {
        try (var _ = begin(START, "alice", "web")) {
            for (int i = 0; i < 5000; i++) begin(PAUSE, "bob", "web").close();
            assertThat(callerOf(event("start", Instant.now()))).contains("alice");
        }
    }
}
