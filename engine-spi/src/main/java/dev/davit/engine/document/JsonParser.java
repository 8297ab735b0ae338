package dev.davit.engine.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Recursive descent over a string. The recursion is as deep as [JsonLimits#depth] allows, which a thread's stack holds.
final class JsonParser {
    private static final char REPLACEMENT = '\uFFFD';

    private final String text;
    private final JsonLimits limits;
    private int at;
    private int depth;

    JsonParser(String text, JsonLimits limits) {
        if (text.length() > limits.bytes()) {
            throw JsonException.tooLarge(text.length(), limits.bytes());
        }
        this.text = text;
        this.limits = limits;
    }

    Json document() {
        skipSpace();
        var value = value();
        skipSpace();
        if (at < text.length()) {
            throw error("expected nothing after the value, found " + found());
        }
        return value;
    }

    private Json value() {
        if (at == text.length()) {
            throw error("expected a value, found the end");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> word("true", JsonBoolean.TRUE);
            case 'f' -> word("false", JsonBoolean.FALSE);
            case 'n' -> word("null", JsonNull.NULL);
            default -> {
                if (c != '-' && (c < '0' || c > '9')) {
                    throw error("expected a value, found " + found());
                }
                yield number();
            }
        };
    }

    private JsonObject object() {
        enter();
        var members = new LinkedHashMap<String, Json>();
        if (!opensEmpty('}')) {
            do {
                skipSpace();
                if (at == text.length() || text.charAt(at) != '"') {
                    throw error("expected a member name in quotes, found " + found());
                }
                var name = string();
                skipSpace();
                if (at == text.length() || text.charAt(at) != ':') {
                    throw error("expected ':' after a member name, found " + found());
                }
                at++;
                skipSpace();
                members.put(name, value());
            } while (continues('}'));
        }
        depth--;
        return new JsonObject(members);
    }

    private JsonArray array() {
        enter();
        var items = new ArrayList<Json>();
        if (!opensEmpty(']')) {
            do {
                skipSpace();
                items.add(value());
            } while (continues(']'));
        }
        depth--;
        return new JsonArray(items);
    }

    private void enter() {
        if (++depth > limits.depth()) {
            throw error("nested deeper than " + limits.depth() + " levels");
        }
        at++;
    }

    private boolean opensEmpty(char close) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == close) {
            at++;
            return true;
        }
        return false;
    }

    private boolean continues(char close) {
        skipSpace();
        char c = at < text.length() ? text.charAt(at) : 0;
        if (c == ',') {
            at++;
            return true;
        }
        if (c == close && at < text.length()) {
            at++;
            return false;
        }
        throw error("expected ',' or '" + close + "', found " + found());
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw error("expected a value, found " + found());
        }
        at += word.length();
        return value;
    }

    private JsonNumber number() {
        int end = JsonNumber.endOf(text, at);
        if (end < 0) {
            throw error("malformed number");
        }
        var number = new JsonNumber(text.substring(at, end));
        at = end;
        return number;
    }

    private String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\' || c < 0x20 || Character.isSurrogate(c)) {
                return stringWithEscapes(start);
            }
            at++;
        }
        throw error("a string has no end");
    }

    private String stringWithEscapes(int start) {
        var value = new StringBuilder(text.length() - start < 256 ? 64 : 256).append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> {
                    return value.toString();
                }
                case '\\' -> escape(value);
                default -> {
                    if (c < 0x20) {
                        at--;
                        throw error("control character in a string");
                    }
                    if (Character.isHighSurrogate(c)
                            && at < text.length()
                            && Character.isLowSurrogate(text.charAt(at))) {
                        value.append(c).append(text.charAt(at++));
                    } else {
                        value.append(Character.isSurrogate(c) ? REPLACEMENT : c);
                    }
                }
            }
        }
        throw error("a string has no end");
    }

    private void escape(StringBuilder value) {
        if (at == text.length()) {
            throw error("a string has no end");
        }
        char c = text.charAt(at++);
        switch (c) {
            case '"', '\\', '/' -> value.append(c);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> unicode(value);
            default -> {
                at--;
                throw error("unknown escape, found " + found());
            }
        }
    }

    private void unicode(StringBuilder value) {
        char first = hex4();
        if (!Character.isSurrogate(first)) {
            value.append(first);
            return;
        }
        if (Character.isHighSurrogate(first) && text.startsWith("\\u", at)) {
            int back = at;
            at += 2;
            char second = hex4();
            if (Character.isLowSurrogate(second)) {
                value.append(first).append(second);
                return;
            }
            at = back;
        }
        value.append(REPLACEMENT);
    }

    private char hex4() {
        int value = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length() ? hexDigit(text.charAt(at)) : -1;
            if (digit < 0) {
                throw error("expected four hexadecimal digits, found " + found());
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    // not Character.digit, which also takes digits of other scripts
    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private String found() {
        if (at >= text.length()) {
            return "the end";
        }
        int c = text.codePointAt(at);
        return c > 0x20 && c < 0x7f ? "'" + (char) c + "'" : String.format("U+%04X", c);
    }

    private JsonException error(String what) {
        return JsonException.at(text, at, what);
    }
}
