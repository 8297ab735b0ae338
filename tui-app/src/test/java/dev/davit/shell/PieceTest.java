package dev.davit.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PieceTest {

    private static Piece piece(String typed) {
        return Piece.of(typed + " and more", typed.length());
    }

    @Test
    void itIsTheWordBeforeTheCursor() {
        var piece = piece("logs -f we");
        assertThat(piece.words()).containsExactly("logs", "-f", "we");
        assertThat(piece.wordIndex()).isEqualTo(2);
        assertThat(piece.rawWordLength()).isEqualTo(2);
        assertThat(piece("logs ").words()).containsExactly("logs", "");
    }

    @Test
    void aQuotedWordIsReadAndWrittenAsOne() {
        assertThat(piece("load -i 'my fi").words()).containsExactly("load", "-i", "my fi");
        assertThat(piece("load -i 'my fi").rawWordLength()).isEqualTo(6);
        assertThat(piece("load -i my\\ fi").word()).isEqualTo("my fi");
        assertThat(piece("load -i my\\ fi").escape("my file's", true)).asString().isEqualTo("my\\ file\\'s");
    }

    @Test
    void itIsOfTheCommandThatItStandsIn() {
        assertThat(piece("ps\nlogs we").words()).containsExactly("logs", "we");
        assertThat(piece("logs \\\nwe").words()).containsExactly("logs", "we");
        assertThat(piece("logs \\\nwe").rawWordLength()).isEqualTo(2);
        assertThat(piece("logs 'a\nb' we").words()).containsExactly("logs", "a\nb", "we");
        assertThat(piece("ps >fi").word()).isEqualTo("fi");
    }
}
