package dev.davit.engine.build.dockerfile;

import java.util.Optional;
import java.util.regex.Pattern;

/// The lines of a Dockerfile, those that belong together joined: an escape letter at a line's end continues it in the next line
/// that is neither empty nor a comment.
final class LineJoiner {
    private final String[] lines;
    private Pattern continued = Pattern.compile("");
    private int next;

    LineJoiner(String text) {
        String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
        lines = unmarked.split("\n", -1);
        escapedBy('\\');
    }

    /// A line of instructions.
    ///
    /// @param text joined, without its leading spaces
    /// @param first its first line's number, from 1
    /// @param skippedEmpty whether there was an empty line between
    record Joined(String text, int first, boolean skippedEmpty) {}

    void escapedBy(char escape) {
        String letter = Pattern.quote(String.valueOf(escape));
        continued = Pattern.compile("(?<!" + letter + ")" + letter + "[ \\t]*$");
    }

    /// The number of the last line that was read, from 1.
    int line() {
        return next;
    }

    /// The next line as it stands; empty at the end of the file.
    Optional<String> raw() {
        return next < lines.length ? Optional.of(withoutReturn(lines[next++])) : Optional.empty();
    }

    /// Gives the line back that was read last.
    void back() {
        next--;
    }

    /// Goes back to behind a line.
    void backTo(int line) {
        next = line;
    }

    /// The next line with an instruction on it; empty at the end of the file.
    Optional<Joined> instruction() {
        while (next < lines.length) {
            String line = withoutReturn(lines[next++]).stripLeading();
            if (line.isEmpty() || line.startsWith("#")) continue;
            int first = next;
            var text = new StringBuilder();
            boolean more = append(line, text);
            boolean skippedEmpty = false;
            while (more && next < lines.length) {
                String following = withoutReturn(lines[next++]);
                String stripped = following.stripLeading();
                // What the last line end leads to is no line.
                boolean end = stripped.isEmpty() && next == lines.length;
                if (stripped.isEmpty() && !end) skippedEmpty = true;
                if (stripped.isEmpty() || stripped.startsWith("#")) continue;
                more = append(following, text);
            }
            if (!text.toString().isBlank()) return Optional.of(new Joined(text.toString(), first, skippedEmpty));
        }
        return Optional.empty();
    }

    private boolean append(String line, StringBuilder text) {
        var match = continued.matcher(line);
        if (!match.find()) {
            text.append(line);
            return false;
        }
        text.append(line, 0, match.start());
        return true;
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
