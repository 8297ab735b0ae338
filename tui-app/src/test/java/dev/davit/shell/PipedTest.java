package dev.davit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PipedTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "ps -a; ps -a; ``", "ps | grep web | wc -l; `ps `; ` grep web | wc -l`", "ps >out; `ps `; cat >out", "ps >> out; `ps `; cat >> out",
        "ps --format '{{.ID}}|{{.Names}}' | cat; `ps --format '{{.ID}}|{{.Names}}' `; ` cat`", "exec web sh -c \"a > b\"; exec web sh -c \"a > b\"; ``",
        "run box \"a\\\"|b\"; run box \"a\\\"|b\"; ``", "run box a\\|b; run box a\\|b; ``"
    })
    void aLineIsCutWhereSomethingElseReadsOn(String line, String command, String rest) {
        assertThat(Piped.of(line)).isEqualTo(new Piped(command, rest));
    }
}
