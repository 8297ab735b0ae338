package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineServer;
import dev.davit.engine.Feature;
import dev.davit.engine.ServerSettings;
import dev.davit.engine.fake.FakeEngine;
import dev.davit.engine.remote.server.http.RawClient;
import dev.davit.testing.LeakCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are HTTP and yet no sense, before the engine in memory.
@ExtendWith(LeakCheck.class)
@Timeout(30)
class HostileClientTest {
    @TempDir
    Path folder;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private FakeEngine engine;
    private EngineServer.Serving serving;
    private Path socket;

    @BeforeEach
    void serve() {
        socket = folder.resolve("s");
        engine = new FakeEngine();
        serving = new DockerApiServer()
                .serve(engine, new ServerSettings(List.of("unix://" + socket), List.of(), Optional.empty(), log::add));
    }

    @AfterEach
    void end() {
        serving.close();
        engine.close();
    }

    private String answer(String method, String target, String body) throws IOException {
        try (var client = RawClient.at(socket)) {
            return client.send(method + " " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .answer();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1.24/_ping, 200
            /v1.50/_ping, 200
            /_ping, 200
            /v1.23/_ping, 400
            /v1.51/_ping, 400
            /v1.999999999999/_ping, 404
            /v1.43, 404
            /v1.43/, 404
            /, 404
            //_ping, 404
            /_ping/, 404
            /v1.43/v1.43/_ping, 404
            /nothing, 404
            /containers/x/nothing, 404
            /containers/x/json/more, 404
            /containers//json, 404
            /containers/../info, 400
            /containers/./json, 400
            /containers/%2e%2e/json, 404
            /containers/..%2finfo/json, 404
            /containers/a%2Fb%2F..%2F..%2Finfo/json, 404
            /containers/%00/json, 404
            /containers/%1b%5b2J/json, 404
            /containers/%zz/json, 400
            /containers/%f/json, 400
            /containers/%/json, 400
            /containers/%ff%fe/json, 400
            /containers/json?limit=x, 400
            /containers/json?filters=%7b, 400
            /containers/json?filters=%5b%5d, 400
            /containers/json?filters=%7b%22a%22:1%7d, 400
            /containers/json?filters=%7b%22no-such-filter%22:%7b%22a%22:true%7d%7d, 400
            """)
    void a_path_means_itself_or_nothing(String target, int status) throws IOException {
        assertThat(answer("GET", target, "")).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void a_document_of_absurd_depth_is_refused(String opening) throws IOException {
        assertThat(answer("POST", "/volumes/create", opening.repeat(10_000))).startsWith("HTTP/1.1 400 ").contains("\"message\":");
    }

    @Test
    void what_images_share_is_told_when_asked_for() throws IOException {
        assertThat(answer("GET", "/images/json", "")).contains("\"SharedSize\":-1");
        assertThat(answer("GET", "/images/json?shared-size=1", "")).contains("\"SharedSize\":0").doesNotContain("\"SharedSize\":-1");
    }

    @Test
    void a_document_larger_than_any_is_refused_before_it_is_read() throws IOException {
        try (var client = RawClient.at(socket)) {
            client.send("POST /volumes/create HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n");
            assertThat(client.rest()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void an_error_says_what_the_name_was_in_letters_that_no_terminal_obeys_in_the_log() throws IOException {
        answer("POST", "/containers/%1b%5b2J/start?t=secret", "");
        assertThat(log).singleElement().asString().contains("POST /containers/%1b%5b2J/start").doesNotContain("\u001b").doesNotContain("secret");
    }

    @Test
    void what_an_engine_cannot_do_is_said_with_the_features_name() throws IOException {
        serving.close();
        try (var bare = FakeEngine.without(Set.of(Feature.PAUSE))) {
            serving = new DockerApiServer()
                    .serve(bare, new ServerSettings(List.of("unix://" + socket), List.of(), Optional.empty(), log::add));
            assertThat(answer("POST", "/containers/x/pause", "")).startsWith("HTTP/1.1 501 ").contains("\r\nDavit-Error: PAUSE\r\n");
            assertThat(answer("POST", "/session", "")).startsWith("HTTP/1.1 501 ").contains("\r\nDavit-Error: BUILDKIT\r\n");
        }
    }

    @Test
    void the_answer_to_head_is_a_head() throws IOException {
        try (var client = RawClient.at(socket)) {
            client.send("HEAD /_ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(client.rest())
                    .startsWith("HTTP/1.1 200 OK\r\nApi-Version: 1.43\r\n")
                    .contains("\r\nOstype: linux\r\n", "\r\nDocker-Experimental: false\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void swarms_are_answered_as_by_a_node_that_is_in_none() throws IOException {
        assertThat(answer("GET", "/v1.43/services", "")).startsWith("HTTP/1.1 503 ").contains("This node is not a swarm manager.");
        assertThat(answer("POST", "/swarm/leave", "")).startsWith("HTTP/1.1 503 ").contains("not part of a swarm");
        assertThat(answer("GET", "/plugins", "")).startsWith("HTTP/1.1 200 ").endsWith("[]\n");
    }
}
