package dev.davit.engine.remote.http;

import java.io.IOException;

/// The connection ended before the first line of an answer.
final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    NoAnswer(IOException cause) {
        super(cause.getMessage() == null ? "the connection ended without an answer" : cause.getMessage(), cause);
    }
}
