package dev.davit.format;

import java.util.stream.IntStream;

/// Strings as Go quotes them.
public final class GoText {
    private GoText() {}

    /// As Go's `strconv.Quote`: a double-quoted literal, what is not printable escaped.
    public static String quote(String text) {
        return quote(text, false);
    }

    /// As Go's `strconv.QuoteToASCII` where `ascii`.
    public static String quote(String text, boolean ascii) {
        var out = new StringBuilder(text.length() + 2).append('"');
        points(text).forEach(point -> escape(out, point, '"', ascii));
        return out.append('"').toString();
    }

    /// As Go's `strconv.QuoteRune`.
    public static String quoteRune(int point, boolean ascii) {
        var out = new StringBuilder("'");
        escape(out, Character.isValidCodePoint(point) ? point : 0xFFFD, '\'', ascii);
        return out.append('\'').toString();
    }

    /// Code points; half pairs, which UTF-8 does not have, as U+FFFD.
    public static IntStream points(String text) {
        return text.codePoints().map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point);
    }

    private static void escape(StringBuilder out, int point, char quote, boolean ascii) {
        if (point == quote || point == '\\') {
            out.append('\\').appendCodePoint(point);
            return;
        }
        if (ascii ? point >= 0x20 && point < 0x7f : isPrintable(point)) {
            out.appendCodePoint(point);
            return;
        }
        switch (point) {
            case 0x07 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            default -> {
                if (point < 0x20 || point == 0x7f) {
                    out.append(String.format("\\x%02x", point));
                } else if (point < 0x10000) {
                    out.append(String.format("\\u%04x", point));
                } else {
                    out.append(String.format("\\U%08x", point));
                }
            }
        }
    }

    /// Go's `unicode.IsPrint`: letters, marks, numbers, punctuation, symbols and the plain space.
    public static boolean isPrintable(int point) {
        if (point == ' ') return true;
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
