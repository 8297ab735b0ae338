package dev.davit.engine.fake;

/// A program came to its end.
final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int code;

    Ended(int code) {
        super("ended with " + code, null, false, false);
        this.code = code;
    }
}
