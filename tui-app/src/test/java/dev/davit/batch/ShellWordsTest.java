package dev.davit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '=', quoteCharacter = '`', value = {
        "ps -a=ps|-a",
        "  ps\t -a  =ps|-a",
        "run 'a b' c=run|a b|c",
        "a\"b c\"d=ab cd",
        "'it'\\''s'=it's",
        "\"say \\\"hi\\\"\"=say \"hi\"",
        "\"a\\$b \\`c\\` \\\\ \\n\"=a$b `c` \\ \\n",
        "'a\\b'=a\\b",
        "a\\ b=a b",
        "ps # all of them=ps",
        "a#b '#c'=a#b|#c",
    })
    void aLineIsCutAsAShellCutsIt(String line, String words) {
        assertThat(String.join("|", ShellWords.of(line))).isEqualTo(words);
    }

    @Test
    void emptyQuotesAreAWord() {
        assertThat(ShellWords.of("a '' \"\" b")).isEqualTo(List.of("a", "", "", "b"));
    }

    @Test
    void aLineThatGoesOnInTheNextIsOne() {
        assertThat(ShellWords.of("a b\\\nc \"d\\\ne\" 'f\\\ng' \\\nh")).containsExactly("a", "bc", "de", "f\\\ng", "h");
    }

    @Test
    void nothingIsExpanded() {
        assertThat(ShellWords.of("$HOME * ~ $(id) `id` {a,b}")).isEqualTo(List.of("$HOME", "*", "~", "$(id)", "`id`", "{a,b}"));
    }

    @Test
    void anEmptyLineAndACommentHaveNoWords() {
        assertThat(ShellWords.of("")).isEmpty();
        assertThat(ShellWords.of("   \t")).isEmpty();
        assertThat(ShellWords.of("  # ps -a")).isEmpty();
    }

    @Test
    void whatIsNotClosedIsRefused() {
        assertThatThrownBy(() -> ShellWords.of("run 'a b")).hasMessage("the quote at column 5 is not closed");
        assertThatThrownBy(() -> ShellWords.of("run \"a")).hasMessage("the quote at column 5 is not closed");
        assertThatThrownBy(() -> ShellWords.of("run a\\")).hasMessage("a backslash stands at the end of the line");
    }
}
