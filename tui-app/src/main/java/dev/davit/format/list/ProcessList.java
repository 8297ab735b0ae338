package dev.davit.format.list;

import dev.davit.engine.system.ProcessTable;
import java.util.ArrayList;
import java.util.List;

/// `davit top`: columns at least twenty wide, as docker's.
public final class ProcessList {
    private static final int LEAST = 20;

    private ProcessList() {}

    /// The titles and a line per process.
    public static String print(ProcessTable table) {
        var lines = new ArrayList<List<String>>();
        lines.add(table.titles());
        lines.addAll(table.rows());
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < line.size() - 1; i++) widths[i] = Math.max(widths[i], width(line.get(i)));
        }
        var out = new StringBuilder();
        for (var line : lines) {
            for (int i = 0; i < line.size(); i++) {
                out.append(line.get(i));
                if (i < line.size() - 1) out.repeat(' ', widths[i] - line.get(i).codePointCount(0, line.get(i).length()));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static int width(String cell) {
        return Math.max(LEAST, cell.codePointCount(0, cell.length()) + 3);
    }
}
