package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "42, 42", "-1, -1", "+7, 7", "0x1f, 31", "0X1F, 31", "0b101, 5", "0o17, 15", "017, 15", "9223372036854775807, 9223372036854775807"})
    void aWholeNumberHasGosForms(String text, long number) {
        assertThat(Values.whole(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", "1.5", "abc", "--1", "+-1", "0x", "08", "1 ", "9223372036854775808"})
    void whatIsNoWholeNumberIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Values.whole(text)).withMessage("it takes a whole number");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1024, 1024", "1k, 1024", "64m, 67108864", "1.5g, 1610612736", "2GiB, 2147483648", "1 KB, 1024", "-1, -1", "1t, 1099511627776"})
    void aSizeHasBinaryUnits(String text, long bytes) {
        assertThat(Values.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1x", "-5m", "1mm", "one"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Values.bytes(text));
    }

    @Test
    void cpusAreBillionths() {
        assertThat(Values.nanoCpus("1.5")).isEqualTo(1_500_000_000L);
        assertThat(Values.nanoCpus("0.000000001")).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Values.nanoCpus("0.0000000001"));
        assertThatIllegalArgumentException().isThrownBy(() -> Values.nanoCpus("two"));
    }

    @Test
    void aSpanHasGosForm() {
        assertThat(Values.duration("1m30s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Values.duration("300ms")).isEqualTo(Duration.ofMillis(300));
        assertThatIllegalArgumentException().isThrownBy(() -> Values.duration("10"));
    }
}
