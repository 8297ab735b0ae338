package dev.davit.engine.remote.server.http;

import java.io.IOException;

/// A request that breaks the protocol or a limit: it is answered and its connection is closed.
public final class BadRequest extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    public BadRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    /// The status to answer: 400, 408, 413, 414, 417, 431, 501 or 505.
    public int status() {
        return status;
    }
}
