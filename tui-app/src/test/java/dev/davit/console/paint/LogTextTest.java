package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogTextTest {

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
    void a_line_that_is_too_long_goes_on_in_the_next_row() {
        assertThat(rows("abcdef", 4, 9)).containsExactly("abcd", "ef");
        assertThat(rows("abcd", 4, 9)).containsExactly("abcd");
        assertThat(rows("", 4, 9)).containsExactly("");
        assertThat(rows("日本語x", 5, 9)).containsExactly("日本", "語x");
        assertThat(rows("日本語x", 3, 2)).containsExactly("日", "本");
        assertThat(rows("x".repeat(60_000), 100, 3)).hasSize(3).allMatch(row -> row.length() == 100);
    }

    private static List<String> rows(String line, int width, int most) {
        return LogText.rows(line.getBytes(StandardCharsets.UTF_8), width, most);
    }

    @Test
    void of_a_very_long_line_only_what_is_seen_is_looked_at() {
        assertThat(log("x".repeat(60_000), 0, 100).length()).isLessThan(2_000);
        assertThat(log("x".repeat(60_000), 50_000, 100)).startsWith("x").hasSizeLessThan(2_000);
    }
}
