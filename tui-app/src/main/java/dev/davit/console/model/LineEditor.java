package dev.davit.console.model;

import dev.davit.console.input.Key;

/// A line being typed, with the keys that Readline has for it.
///
/// @param text what is there
/// @param cursor where the next character goes, in `char`s
public record LineEditor(String text, int cursor) {
    /// Nothing typed yet.
    public static final LineEditor EMPTY = new LineEditor("", 0);

    private static final int LONGEST = 4096;

    /// This text, the cursor behind it.
    public static LineEditor of(String text) {
        return new LineEditor(text, text.length());
    }

    /// What stands before the cursor.
    String typed() {
        return text.substring(0, cursor);
    }

    /// With text put in; what follows its first line end is left out.
    public LineEditor insert(String more) {
        String line = more.lines().findFirst().orElse("").replace("\t", " ");
        if (text.length() + line.length() > LONGEST) return this;
        return new LineEditor(text.substring(0, cursor) + line + text.substring(cursor), cursor + line.length());
    }

    /// After a key; the same when it means nothing here.
    public LineEditor press(Key key) {
        return switch (key.name()) {
            case "left", "ctrl-b" -> to(before());
            case "right", "ctrl-f" -> to(after());
            case "home", "ctrl-a" -> to(0);
            case "end", "ctrl-e" -> to(text.length());
            case "backspace" -> without(before(), cursor);
            case "delete", "ctrl-d" -> without(cursor, after());
            case "ctrl-u" -> without(0, cursor);
            case "ctrl-k" -> without(cursor, text.length());
            case "ctrl-w", "alt-backspace" -> without(wordBefore(), cursor);
            default -> key.text().map(this::insert).orElse(this);
        };
    }

    private LineEditor to(int place) {
        return new LineEditor(text, place);
    }

    private LineEditor without(int from, int to) {
        return new LineEditor(text.substring(0, from) + text.substring(to), from);
    }

    private int before() {
        return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
    }

    private int after() {
        return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
    }

    private int wordBefore() {
        int at = cursor;
        while (at > 0 && text.charAt(at - 1) == ' ') at--;
        while (at > 0 && text.charAt(at - 1) != ' ') at--;
        return at;
    }
}
