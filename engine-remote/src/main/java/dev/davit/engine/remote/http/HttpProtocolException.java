package dev.davit.engine.remote.http;

import java.io.IOException;

/// The other side does not speak HTTP as it should. The message says what came.
public final class HttpProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    public HttpProtocolException(String message) {
        super(message);
    }
}
