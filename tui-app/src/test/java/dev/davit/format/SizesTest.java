package dev.davit.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B, 0B", "1, 1B, 1B", "999, 999B, 999B", "1000, 1kB, 1000B", "1024, 1.02kB, 1KiB", "1536, 1.54kB, 1.5KiB",
        "999900, 1e+03kB, 976.5KiB", "1000000, 1MB, 976.6KiB", "1238000, 1.24MB, 1.181MiB", "4260000, 4.26MB, 4.063MiB",
        "1048575, 1.05MB, 1024KiB", "77000000, 77MB, 73.43MiB", "123456789012, 123GB, 115GiB", "-1, -1B, -1B",
        "9223372036854775807, 9.22EB, 8EiB",
    })
    void writes(long bytes, String decimal, String binary) {
        assertEquals(decimal, Sizes.decimal(bytes));
        assertEquals(binary, Sizes.binary(bytes));
    }

    @Test
    void writesFourDigitsWhereAsked() {
        assertEquals("1.238MB", Sizes.decimal(1238000, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "32, 32", "32b, 32", "32B, 32", "32k, 32768", "32K, 32768", "32kb, 32768", "32KiB, 32768", "1m, 1048576",
        "1.5g, 1610612736", "2T, 2199023255552", "1p, 1125899906842624", "'32 mb', 33554432", ".5k, 512", "1.k, 1024", "+1k, 1024",
        "1.3kB, 1331",
    })
    void reads(String text, long bytes) {
        assertEquals(bytes, Sizes.parse(text));
    }

    @Test
    void readsThousandsWhereAsked() {
        assertEquals(1_500_000, Sizes.parseDecimal("1.5MB"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | invalid size: ''", "x | invalid size: 'x'", "-1 | invalid size: '-1'", "-1k | invalid size: '-1k'",
        "5x | invalid suffix: 'x'", "5kx | invalid suffix: 'kx'", "5kiB5 | strconv.ParseFloat: parsing \"5kiB5\": invalid syntax",
        "5kbb | invalid suffix: 'kbb'", "5bb | invalid suffix: 'bb'",
        "1.2.3 | strconv.ParseFloat: parsing \"1.2.3\": invalid syntax", "`1  k` | strconv.ParseFloat: parsing \"1 \": invalid syntax",
    })
    void refusesInDockersWords(String text, String message) {
        assertThatThrownBy(() -> Sizes.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
