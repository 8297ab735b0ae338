package dev.davit.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0s", "0s, 0, 0s", "1ns, 1, 1ns", "1.5us, 1500, 1.5\u00b5s", "2\u03bcs, 2000, 2\u00b5s", "300ms, 300000000, 300ms",
        "1.5ms, 1500000, 1.5ms", "1m30s, 90000000000, 1m30s", "1.5h, 5400000000000, 1h30m0s", "90s, 90000000000, 1m30s",
        "-1m, -60000000000, -1m0s", "+5s, 5000000000, 5s", "1h0.5s, 3600500000000, 1h0m0.5s", ".5s, 500000000, 500ms",
        "5.s, 5000000000, 5s", "-0.1ms, -100000, -100\u00b5s", "72h, 259200000000000, 72h0m0s",
    })
    void readsAndWrites(String text, long nanos, String written) {
        assertEquals(Duration.ofNanos(nanos), GoDuration.parse(text));
        assertEquals(written, GoDuration.format(Duration.ofNanos(nanos)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | time: invalid duration \"\"", "- | time: invalid duration \"-\"", "x | time: invalid duration \"x\"",
        "5 | time: missing unit in duration \"5\"", "1m5 | time: missing unit in duration \"1m5\"",
        "5x | time: unknown unit \"x\" in duration \"5x\"", "5d | time: unknown unit \"d\" in duration \"5d\"",
        ".s | time: invalid duration \".s\"", "1.2.3s | time: invalid duration \"1.2.3s\"", "--5s | time: invalid duration \"--5s\"",
        "99999999999h | time: invalid duration \"99999999999h\"",
    })
    void refusesInGosWords(String text, String message) {
        assertThatThrownBy(() -> GoDuration.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Less than a second", "1, 1 second", "59, 59 seconds", "60, About a minute", "119, About a minute", "120, 2 minutes",
        "3599, 59 minutes", "3600, About an hour", "5399, About an hour", "5400, 2 hours", "171000, 2 days", "170999, 47 hours",
        "1209599, 2 weeks", "1200000, 13 days", "5000000, 8 weeks", "5184000, 2 months", "63072000, 2 years", "-5, Less than a second",
    })
    void isRoughForPeople(long seconds, String words) {
        assertEquals(words, GoDuration.human(Duration.ofSeconds(seconds)));
    }
}
