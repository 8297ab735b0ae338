package dev.davit.engine.document;

import java.util.Map;

/// Writes as Go's `encoding/json` (1.22 and newer) does, byte for byte.
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out;
    private final JsonStyle style;
    private int level;

    JsonWriter(StringBuilder out, JsonStyle style) {
        this.out = out;
        this.style = style;
    }

    void write(Json value) {
        // what most values are, and all of a filter: a switch over types is linked anew at every start
        if (value instanceof JsonObject(var members)) object(members);
        else if (value instanceof JsonString(var string)) quote(string);
        else if (value instanceof JsonBoolean(var flag)) out.append(flag);
        else rare(value);
    }

    private void rare(Json value) {
        switch (value) {
            case JsonArray(var items) -> array(items);
            case JsonNumber(var number) -> out.append(number);
            case JsonNull _ -> out.append("null");
            case JsonObject _, JsonString _, JsonBoolean _ -> throw new IllegalStateException("not rare: " + value);
        }
    }

    private void object(Map<String, Json> members) {
        out.append('{');
        level++;
        boolean first = true;
        for (var member : members.entrySet()) {
            next(first);
            first = false;
            quote(member.getKey());
            out.append(style.indent().isEmpty() ? ":" : ": ");
            write(member.getValue());
        }
        level--;
        close(first, '}');
    }

    private void array(Iterable<Json> items) {
        out.append('[');
        level++;
        boolean first = true;
        for (var item : items) {
            next(first);
            first = false;
            write(item);
        }
        level--;
        close(first, ']');
    }

    private void next(boolean first) {
        if (!first) {
            out.append(',');
        }
        newLine();
    }

    private void close(boolean empty, char bracket) {
        if (!empty) {
            newLine();
        }
        out.append(bracket);
    }

    private void newLine() {
        if (!style.indent().isEmpty()) {
            out.append('\n').repeat(style.indent(), level);
        }
    }

    private void quote(String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '>', '&' -> {
                    if (style.escapeHtml()) {
                        unicode(c);
                    } else {
                        out.append(c);
                    }
                }
                // legal in JSON, line ends in JavaScript: Go always escapes them
                case '\u2028', '\u2029' -> unicode(c);
                default -> {
                    if (c < 0x20) {
                        unicode(c);
                    } else if (Character.isHighSurrogate(c)
                            && i + 1 < string.length()
                            && Character.isLowSurrogate(string.charAt(i + 1))) {
                        out.append(c).append(string.charAt(++i));
                    } else if (Character.isSurrogate(c)) {
                        out.append("\\ufffd");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void unicode(char c) {
        out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]).append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
    }
}
