package dev.davit.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.console.model.Layout.Pane;
import dev.davit.engine.container.TerminalSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayoutTest {
    @ParameterizedTest
    @CsvSource({"160,45,BESIDE", "120,10,BESIDE", "119,45,BELOW", "80,24,BELOW", "40,16,BELOW", "40,15,NONE", "1,1,NONE"})
    void details_are_where_there_is_room(int columns, int rows, Pane pane) {
        assertThat(Layout.of(new TerminalSize(columns, rows)).withPane().pane()).isEqualTo(pane);
    }

    @Test
    void the_list_and_its_details_share_the_screen() {
        for (int columns = 1; columns <= 240; columns += 7) {
            for (int rows = 1; rows <= 80; rows++) {
                var whole = Layout.of(new TerminalSize(columns, rows));
                var shared = whole.withPane();
                assertThat(shared.bodyHeight()).isPositive();
                assertThat(shared.listColumns()).isPositive();
                switch (shared.pane()) {
                    case NONE -> assertThat(shared).isEqualTo(whole);
                    case BESIDE -> {
                        assertThat(shared.bodyHeight()).isEqualTo(whole.bodyHeight());
                        assertThat(shared.listColumns() + 1 + shared.paneColumns()).isEqualTo(columns);
                        assertThat(shared.paneColumn()).isEqualTo(shared.listColumns() + 1);
                    }
                    case BELOW -> {
                        assertThat(shared.listColumns()).isEqualTo(columns);
                        assertThat(shared.bodyHeight() + 1 + shared.paneHeight()).isEqualTo(whole.bodyHeight());
                        assertThat(shared.paneRow() + shared.paneHeight()).isEqualTo(whole.messageRow() - 1);
                        assertThat(shared.paneHeight()).isPositive();
                    }
                }
            }
        }
    }
}
