package dev.davit.console.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TenthsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.04, 0.06, 0.96, 1, 9.94, 9.96, 10, 12.34, 99.94, 99.96, 100, 999.4, 123456.78})
    void it_writes_as_format_strings_do(double value) {
        assertThat(Tenths.of(value)).isEqualTo(String.format(Locale.ROOT, "%.1f", value));
    }
}
