package dev.davit.shell;

/// A line cut at its first `|` or `>` that is not quoted: the command before it is davit's, the rest is sh's.
///
/// @param command davit's
/// @param rest for sh, which reads what the command writes on standard output; empty where there is none
record Piped(String command, String rest) {

    static Piped of(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == '\\' && quote == '"') i++;
                else if (c == quote) quote = 0;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '\\') {
                i++;
            } else if (c == '|') {
                return new Piped(line.substring(0, i), line.substring(i + 1));
            } else if (c == '>') {
                return new Piped(line.substring(0, i), "cat " + line.substring(i));
            }
        }
        return new Piped(line, "");
    }
}
