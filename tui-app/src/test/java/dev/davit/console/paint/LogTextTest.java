package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
    void of_a_very_long_line_only_what_is_seen_is_looked_at() {
        assertThat(log("x".repeat(60_000), 0, 100).length()).isLessThan(2_000);
        assertThat(log("x".repeat(60_000), 50_000, 100)).startsWith("x").hasSizeLessThan(2_000);
    }
}
