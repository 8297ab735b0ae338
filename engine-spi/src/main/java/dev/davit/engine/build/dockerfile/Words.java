package dev.davit.engine.build.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Cuts lines of a Dockerfile into words.
final class Words {
    private Words() {}

    /// Words with spaces between, where quotes and the escape letter hold a word together. Both stay in the words.
    static List<String> quoted(String line, char escape) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) words.add(word.toString());
                word.setLength(0);
                begun = false;
                continue;
            }
            begun = true;
            // Nothing is escaped between single quotes; an escape letter at the very end means nothing.
            if (c == escape && quote != '\'') {
                if (i + 1 == line.length()) break;
                word.append(c).append(line.charAt(++i));
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) quote = c;
            else if (c == quote) quote = 0;
            word.append(c);
        }
        if (begun && !word.isEmpty()) words.add(word.toString());
        return words;
    }

    /// Words with spaces between, whatever is in them.
    static List<String> plain(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("[ \\t\\x0b\\f\\r]+", -1));
    }
}
