package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.format.Graphemes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrumbsTest {
    private static final List<String> WAY = List.of("containers /web", "日本語 › logs", "commands run");

    @Test
    void beginning_of_the_way_is_left_out_where_there_is_no_room() {
        assertThat(Crumbs.text(WAY, Signs.UNICODE, 80)).isEqualTo("containers /web › 日本語 › logs › commands run");
        assertThat(Crumbs.text(WAY, Signs.UNICODE, 40)).isEqualTo("… › 日本語 › logs › commands run");
        assertThat(Crumbs.text(WAY, Signs.UNICODE, 20)).isEqualTo("… › commands run");
        assertThat(Crumbs.text(WAY, Signs.ASCII, 20)).isEqualTo("~ > commands run");
        assertThat(Crumbs.text(WAY, Signs.UNICODE, 6)).isEqualTo("…s run");
    }

    @Test
    void it_never_takes_more_than_its_room() {
        for (int room = 0; room < 60; room++) {
            assertThat(Graphemes.width(Crumbs.text(WAY, Signs.UNICODE, room))).isLessThanOrEqualTo(room);
            assertThat(Graphemes.width(Crumbs.text(WAY.subList(0, 2), Signs.UNICODE, room))).isLessThanOrEqualTo(room);
        }
    }
}
