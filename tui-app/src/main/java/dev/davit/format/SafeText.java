package dev.davit.format;

/// Makes text of unknown origin safe to show on a terminal: nothing in it can move the cursor, change the terminal, hide
/// itself or turn the reading direction. What could is replaced by an escape that can be seen: `\x1b`, `\u202e`.
///
/// Letters, marks, symbols, emoji with their joiners and private use characters (fonts with icons) stay.
public final class SafeText {
    private SafeText() {}

    /// For one line: line ends and tabs are shown as `\n`, `\t` and so on.
    public static String line(String text) {
        return safe(text, false);
    }

    /// For several lines: line feeds and tabs stay, and so does a carriage return before a line feed.
    public static String lines(String text) {
        return safe(text, true);
    }

    private static String safe(String text, boolean several) {
        int first = 0;
        while (first < text.length() && isHarmlessAscii(text.charAt(first))) first++;
        if (first == text.length()) return text;
        var out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean lineEnd = point == '\r' && next < text.length() && text.charAt(next) == '\n';
            if (several && (point == '\n' || point == '\t' || lineEnd)) {
                out.append((char) point);
            } else {
                append(out, point);
            }
            i = next;
        }
        return out.toString();
    }

    private static boolean isHarmlessAscii(char c) {
        return c >= 0x20 && c < 0x7f;
    }

    /// Whether a terminal shows this character and does nothing else with it.
    static boolean isSafe(int point) {
        if (point < 0x7f) return point >= 0x20;
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // joiners make emoji and several scripts; the other formats are invisible or turn the direction
            case Character.FORMAT -> point == 0x200C || point == 0x200D || point == 0x00AD;
            default -> true;
        };
    }

    static void append(StringBuilder out, int point) {
        if (isSafe(point)) {
            out.appendCodePoint(point);
            return;
        }
        switch (point) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (point <= 0xff) {
                    out.append(String.format("\\x%02x", point));
                } else if (Character.getType(point) == Character.SURROGATE) {
                    out.append('\uFFFD');
                } else {
                    out.append(String.format(point < 0x10000 ? "\\u%04x" : "\\U%08x", point));
                }
            }
        }
    }
}
