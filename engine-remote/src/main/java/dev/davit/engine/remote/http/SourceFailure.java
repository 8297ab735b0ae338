package dev.davit.engine.remote.http;

import java.io.IOException;

/// What was to be sent could not be read; nothing is wrong with the daemon.
public final class SourceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    SourceFailure(IOException cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
}
