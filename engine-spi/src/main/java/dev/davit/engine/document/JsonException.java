package dev.davit.engine.document;

/// A text that is not JSON, or that is beyond the limits; says where.
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    private JsonException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    static JsonException at(String text, int offset, String what) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        int column = offset - start + 1;
        return new JsonException("invalid JSON at line " + line + ", column " + column + ": " + what, line, column);
    }

    static JsonException tooLarge(int size, int limit) {
        return new JsonException("JSON of " + size + " bytes is over the limit of " + limit, 1, 1);
    }

    /// From 1.
    public int line() {
        return line;
    }

    /// In UTF-16 units, from 1.
    public int column() {
        return column;
    }
}
