package dev.davit.console.paint;

import dev.davit.format.Graphemes;
import dev.davit.format.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A line as a container wrote it, made into text for a part of the screen. However long the line is, only what can be seen
/// is looked at.
public final class LogText {
    private static final int TAB = 8;

    private LogText() {}

    /// The text of a whole line.
    public static String of(byte[] line) {
        return of(line, 0, line.length);
    }

    /// The text of some columns of a line: colours left out, tabs filled up, all else that is no text shown as such.
    static String of(byte[] line, int column, int width) {
        // a character has at most 4 bytes, and colours come between
        long most = (column + (long) width) * 8 + 512;
        String text = withoutColours(new String(line, 0, (int) Math.min(line.length, most), StandardCharsets.UTF_8));
        return column == 0 && text.indexOf('\t') < 0 ? SafeText.line(text) : columns(text, column, width);
    }

    /// The rows that a line needs when it goes on where a row ends.
    ///
    /// @param width columns of a row
    /// @param most rows, the first ones
    static List<String> rows(byte[] line, int width, int most) {
        int room = Math.max(1, width);
        // every row may lose a column to a wide character that begins in the next
        String text = of(line, 0, (room + 1) * most);
        var rows = new ArrayList<String>();
        if (Graphemes.isAscii(text)) {
            for (int at = 0; (at < text.length() || at == 0) && rows.size() < most; at += room) rows.add(text.substring(at, Math.min(text.length(), at + room)));
            return rows;
        }
        var row = new StringBuilder();
        int columns = 0;
        for (var piece : Graphemes.of(text)) {
            if (columns + piece.columns() > room) {
                rows.add(row.toString());
                row.setLength(0);
                columns = 0;
                if (rows.size() == most) return rows;
            }
            row.append(piece.text());
            columns += piece.columns();
        }
        rows.add(row.toString());
        return rows;
    }

    /// Without complete sequences that only colour (SGR): what they hide or dim is shown.
    private static String withoutColours(String text) {
        if (text.indexOf('\u001b') < 0) return text;
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = text.charAt(i) == '\u001b' ? colourEnd(text, i) : i;
            if (end == i) out.append(text.charAt(i++));
            else i = end;
        }
        return out.toString();
    }

    /// Where a colour sequence ends; where it began if it is none.
    private static int colourEnd(String text, int from) {
        int i = from + 1;
        if (i >= text.length() || text.charAt(i) != '[') return from;
        i++;
        while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == ';' || text.charAt(i) == ':')) i++;
        return i < text.length() && text.charAt(i) == 'm' ? i + 1 : from;
    }

    private static String columns(String text, int column, int width) {
        var out = new StringBuilder();
        int at = 0;
        String[] fields = text.split("\t", -1);
        for (int i = 0; i < fields.length && at <= column + width; i++) {
            for (var piece : Graphemes.of(SafeText.line(fields[i]))) {
                if (at >= column) out.append(piece.text());
                else if (at + piece.columns() > column) out.append(' ');
                at += piece.columns();
                if (at > column + width) break;
            }
            if (i == fields.length - 1) break;
            do {
                if (at >= column) out.append(' ');
                at++;
            } while (at % TAB != 0);
        }
        return out.toString();
    }
}
