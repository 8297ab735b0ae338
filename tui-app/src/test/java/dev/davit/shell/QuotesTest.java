package dev.davit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "ps -a; ps -a", "a 'b|c' d; a _____ d", "a \"b\\\"|c\" d; a _______ d", "a \\| b; a __ b", "a 'b\\' | c; a ____ | c", "a b#c; a b#c",
        "a # it's; a ______", "a ''#b; a __#b", "a|# b; a|___"
    })
    void whatIsQuotedIsNoneOfAShellsBusiness(String text, String bare) {
        assertThat(Quotes.of(text).bare().replace('\0', '_')).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ps 'a", "ps \"a'", "ps \\", "ps 'a\nb", "ps a\\\\\\", "ps \"a\\\"", "ps # a\nps 'b"})
    void aLineGoesOn(String text) {
        assertThat(Quotes.of(text).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ps", "ps 'a'", "ps \"a\"'b'", "ps \\\\", "ps \\\n-a", "ps 'a\nb'", "ps # it's", "ps # \\", "ps 'a\\'"})
    void orItIsWhole(String text) {
        assertThat(Quotes.of(text).isOpen()).isFalse();
    }

    @Test
    void linesEndWhereNothingHoldsThem() {
        assertThat(Quotes.lines("ps\nrun 'a\nb' \\\nc\n# d'\nexit")).containsExactly("ps", "run 'a\nb' \\\nc", "# d'", "exit");
        assertThat(Quotes.lines("")).containsExactly("");
    }
}
