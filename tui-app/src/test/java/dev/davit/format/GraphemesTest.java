package dev.davit.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphemesTest {

    @ParameterizedTest
    @CsvSource({"abc,3", "é,1", "e\u0301,1", "日本,4", "ｱ,1", "ﾊﾝ,2", "Ａ,2", "🐳,2", "❤,1", "❤\uFE0F,2", "👨\u200d👩\u200d👧,2", "🇪🇺,2", "ก\u0e33,1", "●,1", "─,1", "한,2"})
    void a_text_takes_so_many_columns(String text, int columns) {
        assertThat(Graphemes.width(text)).isEqualTo(columns);
    }

    @Test
    void a_mark_without_a_letter_gets_a_space() {
        assertThat(Graphemes.of("\u0301a")).containsExactly(new Graphemes.Piece(" \u0301", 1), new Graphemes.Piece("a", 1));
    }
}
