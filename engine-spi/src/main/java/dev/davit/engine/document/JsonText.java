package dev.davit.engine.document;

/// Lays out JSON text without parsing it into a tree, so that strings and numbers keep their sender's own spelling.
public final class JsonText {
    private JsonText() {}

    /// Go's `json.Indent`: each member and item on its own line, `indent` per level; empty objects and arrays stay `{}`
    /// and `[]`. The text must be JSON; what is not comes out as it is, laid out by its brackets and commas.
    public static String indent(String json, String indent) {
        var out = new StringBuilder(json.length() * 2);
        int level = 0;
        boolean opened = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (isSpace(c)) {
                continue;
            }
            if (opened && c != ']' && c != '}') {
                level++;
                newLine(out, indent, level);
            }
            switch (c) {
                case '"' -> {
                    int end = endOfString(json, i);
                    out.append(json, i, end);
                    i = end - 1;
                }
                case '{', '[' -> out.append(c);
                case ',' -> {
                    out.append(c);
                    newLine(out, indent, level);
                }
                case ':' -> out.append(": ");
                case '}', ']' -> {
                    if (!opened) {
                        level = Math.max(0, level - 1);
                        newLine(out, indent, level);
                    }
                    out.append(c);
                }
                default -> out.append(c);
            }
            opened = c == '{' || c == '[';
        }
        return out.toString();
    }

    /// Go's `json.Compact`: white space outside strings removed.
    public static String compact(String json) {
        var out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = endOfString(json, i);
                out.append(json, i, end);
                i = end - 1;
            } else if (!isSpace(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int endOfString(String json, int start) {
        for (int i = start + 1; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return json.length();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static void newLine(StringBuilder out, String indent, int level) {
        out.append('\n').repeat(indent, level);
    }
}
