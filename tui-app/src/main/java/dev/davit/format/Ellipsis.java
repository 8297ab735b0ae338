package dev.davit.format;

/// Cuts texts to a width as docker does.
public final class Ellipsis {
    private Ellipsis() {}

    /// At most so many columns; where something is left out, `…` is the last of them.
    public static String cut(String text, int width) {
        int[] points = text.codePoints().toArray();
        int total = 0;
        for (int point : points) total += columns(point);
        if (total <= width) return text;
        int used = 0;
        var out = new StringBuilder();
        for (int point : points) {
            if (used + columns(point) > width - 1) break;
            used += columns(point);
            out.appendCodePoint(point);
        }
        return out.append('…').toString();
    }

    /// The wide letters of East Asia take two columns.
    private static int columns(int point) {
        boolean wide = point >= 0x1100
                && (point <= 0x115f
                        || (point >= 0x2e80 && point <= 0xa4cf)
                        || (point >= 0xac00 && point <= 0xd7a3)
                        || (point >= 0xf900 && point <= 0xfaff)
                        || (point >= 0xfe30 && point <= 0xfe6f)
                        || (point >= 0xff00 && point <= 0xff60)
                        || (point >= 0xffe0 && point <= 0xffe6)
                        || (point >= 0x20000 && point <= 0x3fffd));
        return wide ? 2 : 1;
    }
}
