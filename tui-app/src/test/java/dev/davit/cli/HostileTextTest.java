package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.testing.WireDaemon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a container, an image or a daemon says, a terminal is only ever shown text.
final class HostileTextTest {
    /// Retitles the window, clears the screen, asks for an answer, in both forms of C1, turns the direction, rings.
    private static final String HOSTILE =
            "x\u001b]0;owned\u0007\u001b[2J\u001b[6n\u009b2J\u202e\u0007\b\u001bP1$r\u001b\\\u001b[8mhidden";

    private static final String AT = "aaaaaaaaaaaa";

    private final WireDaemon daemon;

    HostileTextTest(@TempDir Path folder) throws IOException {
        daemon = new WireDaemon(folder.resolve("s"), "1.41");
    }

    @BeforeEach
    void answers() {
        String quoted = WireDocuments.quoted(HOSTILE);
        String id = "a".repeat(64);
        daemon.json("GET /containers/json", WireDocuments.list(HOSTILE))
                .json("GET /containers/" + AT + "/json", WireDocuments.container(HOSTILE))
                .json("GET /containers/" + AT + "/top", "{\"Titles\":[\"PID\"," + quoted + "],\"Processes\":[[\"1\"," + quoted + "]]}")
                .json("GET /containers/" + AT + "/changes", "[{\"Path\":" + quoted + ",\"Kind\":0}]")
                .json("GET /images/json", ("[{\"Id\":\"sha256:ID\",\"RepoTags\":[TEXT],\"RepoDigests\":[],\"Created\":1700000000,\"Size\":1,"
                                + "\"SharedSize\":-1,\"Containers\":-1,\"Labels\":{\"a\":TEXT},\"ParentId\":\"\"}]")
                        .replace("ID", id).replace("TEXT", WireDocuments.quoted(HOSTILE + ":" + HOSTILE)))
                .json("GET /images/" + AT + "/history", ("[{\"Id\":TEXT,\"Created\":1700000000,\"CreatedBy\":TEXT,\"Size\":1,"
                                + "\"Comment\":TEXT,\"Tags\":[TEXT]}]").replace("TEXT", quoted))
                .json("GET /images/" + AT + "/json", ("{\"Id\":\"sha256:ID\",\"RepoTags\":[TEXT],\"Comment\":TEXT,\"Author\":TEXT,"
                                + "\"Created\":\"2026-01-01T00:00:00Z\",\"Os\":TEXT,\"Architecture\":TEXT,\"Size\":1,\"Config\":{\"Env\":[TEXT]}}")
                        .replace("ID", id).replace("TEXT", quoted))
                .json("GET /info", ("{\"ID\":TEXT,\"Name\":TEXT,\"ServerVersion\":TEXT,\"Driver\":TEXT,\"Warnings\":[TEXT],"
                                + "\"OperatingSystem\":TEXT,\"SecurityOptions\":[TEXT]}").replace("TEXT", quoted))
                .json("GET /version", ("{\"Version\":TEXT,\"ApiVersion\":\"1.41\",\"Platform\":{\"Name\":TEXT},\"Components\":"
                                + "[{\"Name\":TEXT,\"Version\":TEXT,\"Details\":{\"a\":TEXT}}]}").replace("TEXT", quoted))
                .on("GET /events", out -> {
                    String event = ("{\"Type\":\"container\",\"Action\":TEXT,\"Actor\":{\"ID\":TEXT,\"Attributes\":{\"name\":TEXT}},"
                            + "\"time\":1700000000,\"timeNano\":1700000000000000000}\n").replace("TEXT", quoted);
                    out.write(WireDaemon.endless());
                    out.write(WireDaemon.chunk(event.getBytes(StandardCharsets.UTF_8)));
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                })
                .on("GET /containers/" + AT + "/logs", out -> {
                    out.write(WireDaemon.endless());
                    out.write(WireDaemon.chunk(WireDaemon.frame(1, HOSTILE + "\n")));
                    out.write(WireDaemon.chunk(WireDaemon.frame(2, HOSTILE + "\n")));
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                })
                .on("POST /containers/" + AT + "/stop", out -> out.write(
                        WireDaemon.response("500 Internal Server Error", "{\"message\":" + quoted + "}")));
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ps -a", "ps --no-trunc", "ps --format {{.Names}}|{{.Labels}}|{{.Mounts}}|{{.Status}}|{{.Networks}}", "ps --format json",
        "ps --format {{json_.}}", "images", "images --format {{.Repository}}", "images --format json",
        "history aaaaaaaaaaaa", "history --no-trunc aaaaaaaaaaaa", "top aaaaaaaaaaaa", "diff aaaaaaaaaaaa",
        "inspect aaaaaaaaaaaa", "inspect -f {{.Name}}{{.Config.Env}}{{.Path}} aaaaaaaaaaaa", "inspect -f {{json_.}} aaaaaaaaaaaa",
        "image inspect aaaaaaaaaaaa", "image inspect -f {{.RepoTags}} aaaaaaaaaaaa", "info", "info --format {{.Name}}", "version",
        "version --format {{json_.}}", "events --until 0s", "events --until 0s --format {{.Action}}", "events --until 0s --format json", "logs aaaaaaaaaaaa",
    })
    void whatAContainerSaysReachesATerminalAsText(String line) {
        var outcome = shown(line);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "stop aaaaaaaaaaaa", "inspect \u001b[2J", "rm \u001b]0;x\u0007", "\u001b[2J", "ps --\u001b[2J", "ps --format {{.\u001b[2J}}",
    })
    void whatGoesWrongReachesATerminalAsText(String line) {
        assertThat(shown(line).exit()).isNotZero();
    }

    private Davit.Outcome shown(String line) {
        String[] words = line.split(" ", -1);
        for (int i = 0; i < words.length; i++) words[i] = words[i].replace("json_", "json ");
        var outcome = Davit.onTerminal(daemon.host()).run(words);
        assertThat(outcome.out() + outcome.err()).as("something is shown").isNotBlank();
        assertThat(outcome.err()).doesNotContain("a defect of davit");
        assertHarmless(outcome.out());
        assertHarmless(outcome.err());
        return outcome;
    }

    @Test
    void aPipeGetsALogAsItIs() {
        var outcome = Davit.on(daemon.host()).run("logs", AT);
        assertThat(outcome.out()).isEqualTo(HOSTILE + "\n");
        assertThat(outcome.err()).isEqualTo(HOSTILE + "\n");
    }

    private static void assertHarmless(String shown) {
        String withoutColours = shown.replace("\u001b[0m", "");
        assertThat(withoutColours.codePoints()
                        .filter(point -> point != '\n' && point != '\t')
                        .filter(point -> Character.isISOControl(point) || point == 0x202e)
                        .mapToObj(point -> String.format("U+%04X", point)))
                .as(withoutColours)
                .isEmpty();
    }
}
