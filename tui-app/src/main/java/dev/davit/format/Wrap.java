package dev.davit.format;

import java.util.ArrayList;
import java.util.List;

/// Sentences in lines of a width.
public final class Wrap {
    private Wrap() {}

    /// A sentence, made safe, in lines of at most so many columns where words allow it.
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : SafeText.line(text).split(" ", -1)) {
            boolean fits = line.isEmpty() || Graphemes.width(line.toString()) + 1 + Graphemes.width(word) <= width;
            if (!fits) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
