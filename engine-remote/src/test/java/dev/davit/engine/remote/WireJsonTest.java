package dev.davit.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.remote.wire.ContainerItem;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WireJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.1Z", "2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.000000001Z", "2024-02-29T23:59:59.9Z",
        "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.5Z", "9999-12-31T23:59:59.999999999Z", "2026-01-02T03:04:05.5+02:00"
    })
    void times_are_read_as_java_reads_them(String text) {
        assertThat(WireJson.time(text)).contains(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "0001-01-01T00:00:00Z", "yesterday", "2026-01-02", "2026-13-02T03:04:05Z", "2026-02-30T03:04:05Z", "2026-01-02T24:04:05Z", "2026-01-02T03:60:05Z",
        "2026-01-02T03:04:61Z", "2026-01-02T03:04:05.1234567890Z", "2026-01-02T03:04:05.-1Z", "2026-01-02 03:04:05Z"
    })
    void what_is_no_time_is_none(String text) {
        assertThat(WireJson.time(text)).isEmpty();
    }

    @Test
    void each_item_has_its_own_text_whatever_texts_are_in_it() {
        String first = "{\"Id\":\"a\",\"Command\":\"echo \\\"}{[\\\\\"}";
        String second = "{\"Id\":\"b\",\"Command\":\"\\\\\\\"]\",\"Labels\":{\"x\":\"}\"}}";
        var items = WireJson.readItems(ContainerItem.class, "[" + first + ", " + second + "]", "list", (item, document) -> item.id() + " " + document.json());
        assertThat(items).containsExactly("a " + first, "b " + second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"Id\":\"a", "[{\"Id\":\"a\\", "]}]}", "}", "{}", "[{\"Id\":1}"})
    void broken_items_are_told(String json) {
        assertThatThrownBy(() -> WireJson.readItems(ContainerItem.class, json, "list containers", (item, _) -> item))
                .isInstanceOf(EngineException.Failed.class)
                .hasMessageStartingWith("cannot list containers: the daemon's answer makes no sense");
    }

    @Test
    void absurd_depth_is_refused() {
        String deep = "[{\"Labels\":" + "[".repeat(5000) + "]".repeat(5000) + "}]";
        assertThatThrownBy(() -> WireJson.readItems(ContainerItem.class, deep, "list containers", (item, _) -> item))
                .isInstanceOf(EngineException.Failed.class)
                .hasMessageContaining("nested deeper than 1000");
    }
}
