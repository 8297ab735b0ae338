package dev.davit.shell;

import java.util.ArrayList;
import java.util.List;

/// What of a text a shell would look into, and what it takes as it stands: quotes, backslashes and comments are found, nothing is
/// expanded. Source: POSIX.1, Shell Command Language, 2.2 Quoting and 2.3 Token Recognition.
///
/// @param bare the text, with a NUL for each character that is quoted, quotes, or stands in a comment
/// @param open the quote that is not closed, or the backslash at the end; else 0
record Quotes(String bare, char open) {

    private static final String BETWEEN_WORDS = " \t\r\n|>";

    static Quotes of(String text) {
        var bare = new StringBuilder();
        char within = 0;
        boolean escaped = false;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean asItStands = true;
            if (escaped) {
                escaped = false;
                // with a line's end it is nothing at all
                inWord |= c != '\n';
            } else if (within == '#' && c == '\n') {
                within = 0;
                inWord = false;
                asItStands = false;
            } else if (within != 0) {
                escaped = within == '"' && c == '\\';
                if (c == within && within != '#') within = 0;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '\'' || c == '"' || (c == '#' && !inWord)) {
                within = c;
                inWord = true;
            } else {
                inWord = BETWEEN_WORDS.indexOf(c) < 0;
                asItStands = false;
            }
            bare.append(asItStands ? '\0' : c);
        }
        if (within == '#') within = 0;
        return new Quotes(bare.toString(), escaped && within == 0 ? '\\' : within);
    }

    /// Whether it goes on in the next line.
    boolean isOpen() {
        return open != 0;
    }

    /// Cuts a text where lines end that do not go on in the next.
    static List<String> lines(String text) {
        String bare = of(text).bare();
        var lines = new ArrayList<String>();
        int from = 0;
        for (int end = bare.indexOf('\n'); end >= 0; end = bare.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }

    /// Where the first of some characters stands that means itself to a shell; negative when none does.
    int first(String characters) {
        for (int i = 0; i < bare.length(); i++) if (characters.indexOf(bare.charAt(i)) >= 0) return i;
        return -1;
    }

    /// Where the last of them stands.
    int last(String characters) {
        for (int i = bare.length() - 1; i >= 0; i--) if (characters.indexOf(bare.charAt(i)) >= 0) return i;
        return -1;
    }
}
