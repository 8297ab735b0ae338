package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

    private static String log(String line, int column, int width) {
        return LogText.of(line.getBytes(StandardCharsets.UTF_8), column, width);
    }

    @Test
    void a_log_line_is_text() {
        assertThat(log("\033[1;31mred\033[0m plain", 0, 80)).isEqualTo("red plain");
        assertThat(log("a\tb\tc", 0, 80)).isEqualTo("a       b       c");
        assertThat(log("a\tb", 8, 80)).isEqualTo("b");
        assertThat(log("x\033[2Jy\rz\u202e", 0, 80)).isEqualTo("x\\x1b[2Jy\\rz\\u202e");
        assertThat(log("\033[31", 0, 80)).isEqualTo("\\x1b[31");
        assertThat(log("日本語", 1, 80)).isEqualTo(" 本語");
        assertThat(LogText.of(new byte[] {'a', (byte) 0xff, 'b'}, 0, 80)).isEqualTo("a\uFFFDb");
    }

    @Test
    void of_a_very_long_line_only_what_is_seen_is_looked_at() {
        assertThat(log("x".repeat(60_000), 0, 100).length()).isLessThan(2_000);
        assertThat(log("x".repeat(60_000), 50_000, 100)).startsWith("x").hasSizeLessThan(2_000);
    }
}
