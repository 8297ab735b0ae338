package dev.davit.cli;

import java.util.ArrayList;
import java.util.List;

/// Lines at the lower end of a terminal that are drawn anew again and again, below lines that stay.
///
/// The cursor cannot go up beyond the screen's first row: a picture is never higher than the screen less the row that the cursor
/// waits in, and asks for the size each time it is drawn. Terminals that get narrower fold what stands on them; the picture's
/// height is counted so.
public final class Picture {
    // DECAWM: a line that is wider than the terminal must stay one line, or the next picture would miss its place
    private static final String LINES_END_AT_THE_EDGE = "\u001b[?7l";
    private static final String LINES_WRAP = "\u001b[?7h";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final Output out;

    /// How many columns each line took when it was drawn.
    private List<Integer> widths = List.of();

    /// @param out a terminal
    public Picture(Output out) {
        this.out = out;
    }

    /// How many lines it can have now.
    public int room() {
        return Math.max(1, out.size().rows() - 1);
    }

    /// Draws it anew.
    ///
    /// @param lines without control characters; where there is no room for all, the last ones are shown
    public void draw(List<String> lines) {
        settle(List.of(), lines);
    }

    /// Lets lines stay, and draws the picture below them.
    ///
    /// @param staying without control characters, as many as one likes
    public void settle(List<String> staying, List<String> lines) {
        var frame = new StringBuilder(LINES_END_AT_THE_EDGE);
        int height = height();
        if (height > 0) frame.append("\u001b[").append(height).append('A');
        var shown = lines.subList(Math.max(0, lines.size() - room()), lines.size());
        var all = new ArrayList<>(staying);
        all.addAll(shown);
        frame.append('\r');
        for (String line : all) frame.append(line).append(ERASE_TO_END_OF_LINE).append('\n');
        if (all.size() < height) frame.append(ERASE_BELOW);
        int columns = out.size().columns();
        widths = shown.stream().map(line -> Math.min(line.length(), columns)).toList();
        out.text(frame.append(LINES_WRAP).toString());
    }

    private int height() {
        int columns = out.size().columns();
        int rows = widths.stream().mapToInt(width -> Math.max(1, (width + columns - 1) / columns)).sum();
        return Math.min(rows, room());
    }
}
