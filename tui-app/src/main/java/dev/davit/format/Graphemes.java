package dev.davit.format;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a terminal puts into cells: graphemes and how many columns each takes. Sources: Unicode 16, UAX 11 (East Asian
/// Width) and UTS 51 (emoji); ambiguous characters take one.
public final class Graphemes {
    private static final int EMOJI_STYLE = 0xfe0f;
    /// Ranges of UAX 11's W and F beyond emoji, first and last in turn.
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff,
        0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18cff, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376,
        0x1f200, 0x1f202, 0x1f210, 0x1f23b, 0x1f240, 0x1f248, 0x1f250, 0x1f265, 0x20000, 0x3fffd
    };

    /// A grapheme.
    ///
    /// @param text one or more characters
    /// @param columns 1 or 2
    public record Piece(String text, int columns) {}

    private Graphemes() {}

    /// A safe text cut into pieces. A mark without a letter gets a space to stand on.
    public static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>(text.length());
        if (isAscii(text)) {
            for (int i = 0; i < text.length(); i++) pieces.add(new Piece(text.substring(i, i + 1), 1));
            return pieces;
        }
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String piece = text.substring(from, to);
            pieces.add(isMark(piece.codePointAt(0)) ? new Piece(" " + piece, 1) : new Piece(piece, columns(piece)));
            from = to;
        }
        return pieces;
    }

    /// How many columns a safe text takes.
    public static int width(String text) {
        if (isAscii(text)) return text.length();
        int width = 0;
        for (var piece : of(text)) width += piece.columns();
        return width;
    }

    /// Whether every character takes one column and stands alone.
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x7f) return false;
        return true;
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static int columns(String piece) {
        int first = piece.codePointAt(0);
        if (isWide(first) || Character.isEmojiPresentation(first)) return 2;
        return Character.isEmoji(first) && piece.codePoints().anyMatch(point -> point == EMOJI_STYLE) && first > 0x7f ? 2 : 1;
    }

    private static boolean isWide(int point) {
        if (point < WIDE[0]) return false;
        for (int i = 0; i < WIDE.length; i += 2) {
            if (point < WIDE[i]) return false;
            if (point <= WIDE[i + 1]) return true;
        }
        return false;
    }
}
