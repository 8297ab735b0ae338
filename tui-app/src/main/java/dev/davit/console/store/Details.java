package dev.davit.console.store;

import dev.davit.format.Graphemes;
import dev.davit.format.SafeText;
import java.util.ArrayList;
import java.util.List;

/// What is told of one thing beside or below its table.
///
/// @param subject whose, as [Subject#key]; empty: of nothing yet
/// @param entries what is told
/// @param top the first line that is shown, from 0
public record Details(String subject, List<Entry> entries, int top) {
    /// Before anything was told.
    public static final Details NONE = new Details("", List.of(), 0);

    public Details {
        entries = List.copyOf(entries);
    }

    /// Something that is told, or one of several.
    ///
    /// @param label what it is: `env`; empty: as the one before
    /// @param value its text
    public record Entry(String label, String value) {}

    /// A line.
    ///
    /// @param label empty where it goes on
    /// @param text made safe
    public record Line(String label, String text) {}

    /// @param entries what is told
    public static Details of(Subject subject, List<Entry> entries) {
        return new Details(subject.key(), entries, 0);
    }

    /// The same, seen from another line on.
    public Details from(int line) {
        return new Details(subject, entries, line);
    }

    /// As lines; what is too long goes on in the next.
    ///
    /// @param width columns for texts, at least 1
    public List<Line> lines(int width) {
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            String label = entry.label();
            for (String piece : pieces(SafeText.line(entry.value()), width)) {
                lines.add(new Line(label, piece));
                label = "";
            }
        }
        return lines;
    }

    /// Cut anywhere: paths and values have no blanks to cut them at.
    private static List<String> pieces(String text, int width) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        int columns = 0;
        for (var grapheme : Graphemes.of(text)) {
            if (columns + grapheme.columns() > width && columns > 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
                columns = 0;
            }
            piece.append(grapheme.text());
            columns += grapheme.columns();
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
