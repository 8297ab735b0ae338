package dev.davit.shell;

/// A line cut at its first `|` or `>` that is not quoted: the command before it is davit's, the rest is sh's.
///
/// @param command davit's
/// @param rest for sh, which reads what the command writes on standard output; empty where there is none
record Piped(String command, String rest) {

    static Piped of(String line) {
        int end = Quotes.of(line).first("|>");
        if (end < 0) return new Piped(line, "");
        return new Piped(line.substring(0, end), line.charAt(end) == '|' ? line.substring(end + 1) : "cat " + line.substring(end));
    }
}
