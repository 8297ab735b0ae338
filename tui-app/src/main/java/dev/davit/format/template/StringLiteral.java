package dev.davit.format.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Reads Go's quoted strings and characters.
final class StringLiteral {
    private StringLiteral() {}

    /// @param source with its quotes, which are known to be there
    /// @throws IllegalArgumentException in Go's words
    static String parse(String source) {
        char quote = source.charAt(0);
        var inner = source.substring(1, source.length() - 1);
        if (quote == '`') return inner.replace("\r", "");
        if (inner.indexOf('\\') < 0) return inner;
        // escapes by number are bytes, of which several may make one character
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < inner.length(); ) {
            int point = inner.codePointAt(i);
            i += Character.charCount(point);
            if (point != '\\') {
                character(bytes, point);
                continue;
            }
            char escape = inner.charAt(i++);
            switch (escape) {
                case 'a' -> bytes.write(7);
                case 'b' -> bytes.write('\b');
                case 'f' -> bytes.write('\f');
                case 'n' -> bytes.write('\n');
                case 'r' -> bytes.write('\r');
                case 't' -> bytes.write('\t');
                case 'v' -> bytes.write(11);
                case '\\' -> bytes.write('\\');
                case '\'', '"' -> {
                    if (escape != quote) throw invalid();
                    bytes.write(escape);
                }
                case 'x' -> {
                    bytes.write(number(inner, i, 2, 16, 0xff));
                    i += 2;
                }
                case 'u', 'U' -> {
                    int length = escape == 'u' ? 4 : 8;
                    int named = number(inner, i, length, 16, Character.MAX_CODE_POINT);
                    if (named >= 0xD800 && named <= 0xDFFF) throw invalid();
                    character(bytes, named);
                    i += length;
                }
                default -> {
                    bytes.write(number(inner, i - 1, 3, 8, 0xff));
                    i += 2;
                }
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void character(ByteArrayOutputStream bytes, int point) {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    }

    private static int number(String text, int start, int length, int radix, int most) {
        if (start + length > text.length()) throw invalid();
        long value = 0;
        for (int i = start; i < start + length; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) throw invalid();
            value = value * radix + digit;
        }
        if (value > most) throw invalid();
        return (int) value;
    }

    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException("invalid syntax");
    }
}
