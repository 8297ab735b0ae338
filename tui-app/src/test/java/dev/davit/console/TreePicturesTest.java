package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.store.DocumentTree;
import dev.davit.engine.document.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of what an engine knows of a thing, from a document that is always the same.
final class TreePicturesTest {
    private static final String DOCUMENT = """
            [{"Id": "4f66ad9a0b2e", "Created": "2026-01-02T03:04:05Z", "State": {"Status": "running", "Pid": 4711, "Health": null},
              "Args": ["-c", "while :; do sleep 1; done"], "Config": {"Env": ["PATH=/bin", "LANG=C.UTF-8", "名前=日本語"], "Labels": {}},
              "Mounts": [{"Type": "volume", "Name": "data", "Destination": "/data", "RW": true}]}]""";

    private final Painted painted = new Painted(Instant.parse("2026-01-02T03:04:05Z"));

    private Painted opened(int columns, int rows) {
        return painted.connected(columns, rows).tell(new Message.Inspected("container web", DocumentTree.of(Json.parse(DOCUMENT))));
    }

    @ParameterizedTest
    @CsvSource({"80,24", "40,10"})
    void closed_then_opened(int columns, int rows) throws Exception {
        opened(columns, rows).picture("tree-closed-" + columns + "x" + rows, "C.UTF-8");
        painted.press("j", "j", "right", "j", "down", "down", "down", "l", "j", "enter").picture("tree-open-" + columns + "x" + rows, "C.UTF-8");
    }

    @Test
    void what_is_looked_for_is_opened_and_stands_out() throws Exception {
        opened(80, 24).press("/", "d", "a", "t", "a", "enter").picture("tree-sought", "C.UTF-8");
    }
}
