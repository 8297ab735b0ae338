package dev.davit.batch;

import java.util.ArrayList;
import java.util.List;

/// Cuts a line into words as a POSIX shell does, without expanding anything: quotes, backslashes, and `#` where a word could
/// begin. Source: POSIX.1, Shell Command Language, 2.2 Quoting.
public final class ShellWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /// The words of a line; none for an empty line or a comment.
    ///
    /// @throws IllegalArgumentException when a quote is not closed, or the line ends in a backslash
    public static List<String> of(String line) {
        var words = new ShellWords(line);
        words.cut();
        return words.words;
    }

    private void cut() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            switch (c) {
                case ' ', '\t', '\r' -> end();
                case '\'' -> quoted('\'', false);
                case '"' -> quoted('"', true);
                case '\\' -> {
                    if (at == line.length()) throw new IllegalArgumentException("a backslash stands at the end of the line");
                    char escaped = line.charAt(at++);
                    // a line that goes on in the next
                    if (escaped != '\n') add(escaped);
                }
                case '#' -> {
                    if (!inWord) return;
                    add(c);
                }
                default -> add(c);
            }
        }
        end();
    }

    private void quoted(char quote, boolean escapes) {
        inWord = true;
        int from = at;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) return;
            boolean goesOn = escapes && c == '\\' && line.startsWith("\n", at);
            boolean escaped = escapes && c == '\\' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0;
            if (goesOn) at++;
            else word.append(escaped ? line.charAt(at++) : c);
        }
        throw new IllegalArgumentException("the quote at column " + from + " is not closed");
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void end() {
        if (inWord) words.add(word.toString());
        word.setLength(0);
        inWord = false;
    }
}
