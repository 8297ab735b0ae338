package dev.davit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.davit.format.SafeStream.Policy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void keepsWhatIsShown() {
        var plain = "plain ~ text";
        assertSame(plain, SafeText.line(plain));
        var rich = "ünïcödé 漢字 \uD83D\uDC69\u200D\uD83D\uDCBB e\u0301 \uE0B0 ─│";
        assertEquals(rich, SafeText.line(rich));
    }

    @Test
    void showsWhatActs() {
        assertEquals("\\x1b[31mred\\x07\\x08\\x7f", SafeText.line("\u001b[31mred\u0007\b\u007f"));
        assertEquals("\\x9b31m\\x85", SafeText.line("\u009b31m\u0085"));
        assertEquals("a\\nb\\tc\\rd\\r\\n", SafeText.line("a\nb\tc\rd\r\n"));
        assertEquals("a\nb\tc\\rd\r\n", SafeText.lines("a\nb\tc\rd\r\n"));
        assertEquals("\\u202egpj.exe\\u2066\\u200e\\u061c\\u2028\\ufeff\\u200b", SafeText.line("\u202egpj.exe\u2066\u200e\u061c\u2028\ufeff\u200b"));
        assertEquals("\\U000e0041\uFFFD", SafeText.line("\uDB40\uDC41\uD800"));
        assertEquals("\\x00", SafeText.line("\0"));
    }

    private static String through(Policy policy, String text) throws IOException {
        return through(policy, text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    private static String through(Policy policy, byte[] bytes, int piece) throws IOException {
        var target = new ByteArrayOutputStream();
        try (var stream = new SafeStream(target, policy)) {
            for (int i = 0; i < bytes.length; ) {
                int length = Math.min(piece, bytes.length - i);
                stream.write(bytes, i, length);
                i += length;
            }
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    @Test
    void streamShowsSequencesAndKeepsLines() throws IOException {
        assertEquals("a\\x1b]0;title\\x07b\r\nc\td\\re\n", through(Policy.TEXT, "a\u001b]0;title\u0007b\r\nc\td\re\n"));
        assertEquals("\\x1b[31mred", through(Policy.TEXT, "\u001b[31mred"));
        assertEquals("\\x9b1m漢\uD83D\uDEA2\\u202e", through(Policy.TEXT, "\u009b1m漢\uD83D\uDEA2\u202e"));
    }

    @Test
    void coloursPassAndEnd() throws IOException {
        assertEquals("\u001b[1;31mred\u001b[m\u001b[0m", through(Policy.COLOURS, "\u001b[1;31mred\u001b[m"));
        assertEquals("\u001b[38;5;8mgrey\u001b[48;2;8;8;8m \u001b[38:5:8m\u001b[0m", through(Policy.COLOURS, "\u001b[38;5;8mgrey\u001b[48;2;8;8;8m \u001b[38:5:8m"));
        assertEquals("\\x1b[8mhidden\\x1b[1;08m", through(Policy.COLOURS, "\u001b[8mhidden\u001b[1;08m"));
        assertEquals("\\x1b[2J\\x1b[?25l\\x1b]52;c;AA\\x07\\x1bc", through(Policy.COLOURS, "\u001b[2J\u001b[?25l\u001b]52;c;AA\u0007\u001bc"));
        assertEquals("\\x1b[1\\x1b", through(Policy.COLOURS, "\u001b[1\u001b"));
        assertEquals("\\x1b\u001b[1mx\u001b[0m", through(Policy.COLOURS, "\u001b\u001b[1mx"));
        var longest = "\u001b[" + "1;".repeat(40) + "m";
        assertEquals("\\x1b" + longest.substring(1), through(Policy.COLOURS, longest));
    }

    @Test
    void bytesThatAreNoTextAreShown() throws IOException {
        byte[] bytes = {(byte) 0x9b, 'x', (byte) 0xc3, 'y', (byte) 0xe2, (byte) 0x82, (byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xff};
        assertEquals("\\x9bx\\xc3y\\xe2\\x82\\xed\\xa0\\x80\\xff", through(Policy.TEXT, bytes, 100));
    }

    @Test
    void piecesMakeNoDifferenceAndNothingActsOnTheTerminal() throws IOException {
        var random = new Random(7);
        var alphabet = "a[m;18\u001b\u009b\r\n\u202e漢\uD83D\uDEA2".codePoints().toArray();
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 40; i++) text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (var policy : Policy.values()) {
                var whole = through(policy, bytes, 1000);
                assertEquals(whole, through(policy, bytes, 1 + random.nextInt(3)));
                assertThat(whole.replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContain("\u001b", "\u009b", "\u202e");
            }
        }
    }
}
