package dev.davit.format.list;

import java.util.ArrayList;
import java.util.List;

/// Aligns cells that end in tabs, as Go's `text/tabwriter` does with the settings that docker uses: a column is at least ten
/// wide, three spaces apart, and reaches over neighbouring lines that have it. The last cell of a line is not padded.
final class TabWriter {
    private static final int LEAST = 10;
    private static final int PADDING = 3;

    private TabWriter() {}

    /// Lines with tabs, each ended by a line feed, to lines with spaces.
    static String align(String text) {
        var lines = new ArrayList<String[]>();
        for (String line : text.split("\n", -1)) lines.add(line.split("\t", -1));
        var widths = new ArrayList<int[]>();
        for (var cells : lines) widths.add(new int[cells.length]);
        int most = lines.stream().mapToInt(cells -> cells.length).max().orElse(0);
        for (int column = 0; column < most - 1; column++) measure(lines, widths, column);
        var out = new StringBuilder(text.length() * 2);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) out.append('\n');
            write(lines.get(i), widths.get(i), out);
        }
        return out.toString();
    }

    private static void measure(List<String[]> lines, List<int[]> widths, int column) {
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            int width = LEAST;
            while (to < lines.size() && lines.get(to).length > column + 1) {
                width = Math.max(width, length(lines.get(to)[column]) + PADDING);
                to++;
            }
            for (int i = from; i < to; i++) widths.get(i)[column] = width;
            from = to + 1;
        }
    }

    private static void write(String[] cells, int[] widths, StringBuilder out) {
        for (int i = 0; i < cells.length; i++) {
            out.append(cells[i]);
            if (i < cells.length - 1) out.repeat(' ', widths[i] - length(cells[i]));
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
