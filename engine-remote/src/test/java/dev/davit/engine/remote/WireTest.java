package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.Filters;
import dev.davit.engine.container.AttachOptions;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ExecId;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.system.EventQuery;
import dev.davit.engine.system.LogOptions;
import dev.davit.testing.Await;
import dev.davit.testing.LeakCheck;
import dev.davit.testing.WireDaemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a daemon could say that no real one can be made to: old versions, broken frames, refusals in the middle.
@ExtendWith(LeakCheck.class)
class WireTest {
    private static final ContainerRef WEB = new ContainerRef("web");
    private static final String NO_TTY = "{\"Id\":\"web\",\"Config\":{\"Tty\":false,\"OpenStdin\":false}}";
    private static final byte[] UPGRADED =
            "HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private WireDaemon daemon(String version) throws IOException {
        return new WireDaemon(folder.resolve("s"), version);
    }

    private static Engine open(WireDaemon daemon) {
        return new DockerEngineProvider().open(daemon.host(), EngineSettings.of(Map.of()));
    }

    @Test
    void a_daemon_that_is_too_old_is_told_with_both_versions() throws IOException {
        try (var daemon = daemon("1.23")) {
            assertThatThrownBy(() -> open(daemon))
                    .isInstanceOf(EngineException.Unavailable.class)
                    .hasMessage("cannot use the daemon at " + daemon.host()
                            + ": it speaks API 1.23, and 1.24 is the oldest that davit understands");
        }
    }

    @Test
    void a_daemon_that_is_gone_is_told_with_its_address() throws IOException {
        var daemon = daemon("1.41");
        try (var engine = open(daemon)) {
            daemon.close();
            assertThatThrownBy(() -> engine.containers().list(ContainerQuery.running()))
                    .isInstanceOf(EngineException.Unavailable.class)
                    .hasMessageStartingWith("cannot list containers: no daemon answers at " + daemon.host() + ", ");
        } finally {
            daemon.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1.24, 1.24", "1.41, 1.41", "1.99, 1.50", "2.0, 1.50"})
    void the_version_spoken_is_the_newest_that_both_know(String theirs, String spoken) throws IOException {
        try (var daemon = daemon(theirs).json("GET /version", "{\"Version\":\"x\",\"ApiVersion\":\"" + theirs + "\"}");
                var engine = open(daemon)) {
            assertThat(engine.info().apiVersion()).isEqualTo(spoken);
        }
    }

    @Test
    void a_daemon_that_refuses_our_version_says_so_in_its_own_words() throws IOException {
        String refusal = "{\"message\":\"client version 1.41 is too old. Minimum supported API version is 1.44\"}";
        try (var daemon = daemon("1.41").on("GET /containers/json", out -> out.write(WireDaemon.response("400 Bad Request", refusal)));
                var engine = open(daemon)) {
            assertThatThrownBy(() -> engine.containers().list(ContainerQuery.running()))
                    .isInstanceOf(EngineException.Invalid.class)
                    .hasMessageContaining("client version 1.41 is too old");
        }
    }

    @Test
    void a_redirection_is_no_answer_and_not_followed() throws IOException {
        try (var daemon = daemon("1.41").on("GET /containers/json", out -> out.write(WireDaemon.response("301 Moved Permanently", "")));
                var engine = open(daemon)) {
            assertThatThrownBy(() -> engine.containers().list(ContainerQuery.running()))
                    .isInstanceOf(EngineException.NotFound.class)
                    .hasMessage("cannot list containers: the daemon knows nothing of that name");
        }
    }

    @Test
    void manifests_of_images_are_asked_for_and_kept() throws IOException {
        String item = "{\"Id\":\"sha256:1\",\"ParentId\":\"\",\"RepoTags\":[\"a:1\"],\"RepoDigests\":[],\"Created\":1,\"Size\":2,"
                + "\"SharedSize\":-1,\"Labels\":null,\"Containers\":-1";
        String manifests = ",\"Manifests\":[{\"ID\":\"sha256:2\",\"Available\":true,\"Kind\":\"image\"}]";
        try (var daemon = daemon("1.47")
                        .json("GET /images/json", "[" + item + "}]")
                        .json("GET /images/json?manifests=1", "[" + item + manifests + "}]");
                var engine = open(daemon)) {
            assertThat(images(engine, false)).doesNotContain("Manifests");
            assertThat(images(engine, true)).contains(manifests);
        }
    }

    private static String images(Engine engine, boolean manifests) {
        var image = engine.images().list(new ImageQuery(false, false, false, manifests, Filters.none())).getFirst();
        return image.document().orElseThrow().json();
    }

    @ParameterizedTest
    @CsvSource({
        "400 Bad Request, Invalid", "401 Unauthorized, Denied", "403 Forbidden, Denied", "404 Not Found, NotFound",
        "409 Conflict, Conflict", "500 Internal Server Error, Failed", "503 Service Unavailable, Failed"
    })
    void a_conversation_that_is_refused_brings_the_daemons_words(String status, String kind) throws IOException {
        try (var daemon = daemon("1.41")
                        .json("GET /containers/web/json", NO_TTY)
                        .on("POST /containers/web/attach", out -> out.write(WireDaemon.response(status, "{\"message\":\"Out of luck.\"}")));
                var engine = open(daemon)) {
            assertThatThrownBy(() -> engine.sessions().attach(WEB, AttachOptions.output()))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("cannot attach to container web: out of luck")
                    .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
        }
    }

    @Test
    void an_exec_that_was_started_before_is_a_conflict() throws IOException {
        try (var daemon = daemon("1.41").json("GET /exec/e1/json",
                        "{\"ID\":\"e1\",\"ContainerID\":\"web\",\"Running\":true,\"Pid\":7,\"ProcessConfig\":{\"tty\":false}}");
                var engine = open(daemon)) {
            assertThatThrownBy(() -> engine.sessions().start(new ExecId("e1"), new TerminalSize(0, 0)))
                    .isInstanceOf(EngineException.Conflict.class);
        }
    }

    @Test
    void a_frame_is_a_frame_whatever_its_content_looks_like() throws IOException {
        String wicked = "\001\000\000\000\000\000\000\004text\nHTTP/1.1 200 OK\r\n\r\n{\"stream\":1}\n";
        try (var daemon = conversation(WireDaemon.frame(1, wicked), WireDaemon.frame(2, "\002\000\000"), WireDaemon.frame(1, "end"));
                var engine = open(daemon);
                var session = engine.sessions().attach(WEB, AttachOptions.output())) {
            var chunks = new ArrayList<OutputChunk>();
            for (var chunk : session.output()) chunks.add(chunk);
            assertThat(chunks).extracting(OutputChunk::stream).containsExactly(StdStream.STDOUT, StdStream.STDERR, StdStream.STDOUT);
            assertThat(chunks).extracting(chunk -> new String(chunk.bytes(), StandardCharsets.UTF_8))
                    .containsExactly(wicked, "\002\000\000", "end");
        }
    }

    @Test
    void text_on_a_terminal_is_never_taken_for_frames() throws IOException {
        String framed = "\001\000\000\000\000\000\000\004text";
        try (var daemon = daemon("1.41")
                        .json("GET /containers/web/json", "{\"Id\":\"web\",\"Config\":{\"Tty\":true}}")
                        .on("POST /containers/web/attach", out -> {
                            out.write(UPGRADED);
                            out.write(framed.getBytes(StandardCharsets.UTF_8));
                        });
                var engine = open(daemon);
                var session = engine.sessions().attach(WEB, AttachOptions.output())) {
            var read = new StringBuilder();
            for (var chunk : session.output()) read.append(new String(chunk.bytes(), StandardCharsets.UTF_8));
            assertThat(read).hasToString(framed);
        }
    }

    @Test
    void a_frame_that_breaks_off_is_a_loss_not_an_end() throws IOException {
        var cut = Arrays.copyOf(WireDaemon.frame(1, "a whole line\n"), 12);
        try (var daemon = conversation(WireDaemon.frame(1, "before\n"), cut);
                var engine = open(daemon);
                var session = engine.sessions().attach(WEB, AttachOptions.output())) {
            var output = session.output().iterator();
            assertThat(output.next().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("before\n");
            assertThatThrownBy(() -> {
                        while (output.hasNext()) output.next();
                    })
                    .isInstanceOf(EngineException.Unavailable.class)
                    .hasMessageContaining("in the middle of a frame");
        }
    }

    @Test
    void a_frame_of_no_stream_is_refused() throws IOException {
        try (var daemon = conversation(WireDaemon.frame(9, "x"));
                var engine = open(daemon);
                var session = engine.sessions().attach(WEB, AttachOptions.output())) {
            assertThatThrownBy(() -> session.output().iterator().hasNext()).isInstanceOf(EngineException.Unavailable.class)
                    .hasMessageContaining("unknown stream 9");
        }
    }

    @Test
    void events_that_break_off_end_with_a_sentence_after_what_came() throws IOException {
        try (var daemon = daemon("1.41").on("GET /events", out -> {
                    out.write(WireDaemon.endless());
                    out.write(WireDaemon.chunk("{\"Type\":\"container\",\"Action\":\"start\",\"timeNano\":1}\n".getBytes(StandardCharsets.UTF_8)));
                });
                var engine = open(daemon);
                var events = engine.telemetry().events(EventQuery.live())) {
            var items = events.iterator();
            assertThat(items.next().action()).isEqualTo("start");
            assertThatThrownBy(items::hasNext).isInstanceOf(EngineException.Unavailable.class)
                    .hasMessageStartingWith("cannot follow events: ");
        }
    }

    @Test
    void a_log_line_of_many_megabytes_is_read_piece_by_piece() throws IOException {
        var piece = "x".repeat(1 << 20);
        int pieces = 64;
        try (var daemon = daemon("1.41").json("GET /containers/web/json", NO_TTY).on("GET /containers/web/logs", out -> {
                    out.write(WireDaemon.endless());
                    for (int i = 0; i < pieces; i++) out.write(WireDaemon.chunk(WireDaemon.frame(1, piece)));
                    out.write(WireDaemon.chunk(WireDaemon.frame(1, "\n")));
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                });
                var engine = open(daemon);
                var log = engine.telemetry().logs(WEB, LogOptions.all())) {
            long bytes = 0;
            for (var chunk : log) {
                assertThat(chunk.bytes()).hasSizeLessThanOrEqualTo(Frames.PIECE);
                bytes += chunk.bytes().length;
            }
            assertThat(bytes).isEqualTo((long) pieces * piece.length() + 1);
        }
    }

    @Test
    void a_reader_that_does_not_read_holds_the_daemon_back() throws IOException {
        var writer = new AtomicReference<Thread>();
        var written = new AtomicLong();
        var frame = WireDaemon.frame(1, "x".repeat(1 << 16));
        try (var daemon = daemon("1.41").json("GET /containers/web/json", NO_TTY).on("POST /containers/web/attach", out -> {
                    writer.set(Thread.currentThread());
                    out.write(UPGRADED);
                    // Until the reader hangs up.
                    while (true) {
                        out.write(frame);
                        written.addAndGet(frame.length);
                    }
                });
                var engine = open(daemon)) {
            try (var session = engine.sessions().attach(WEB, AttachOptions.output())) {
                Await.until("the daemon has to wait", () -> writer.get() != null && writer.get().getState() == Thread.State.WAITING);
                assertThat(written).hasValueLessThan(16 << 20);
                long before = written.get();
                long read = 0;
                for (var output = session.output().iterator(); read <= before; ) read += output.next().bytes().length;
                Await.until("the daemon goes on", () -> written.get() > before);
            }
        }
    }

    /// Attaching to a container without a terminal brings these bytes and the end.
    private WireDaemon conversation(byte[]... frames) throws IOException {
        return daemon("1.41").json("GET /containers/web/json", NO_TTY).on("POST /containers/web/attach", out -> {
            out.write(UPGRADED);
            for (byte[] frame : frames) out.write(frame);
        });
    }
}
