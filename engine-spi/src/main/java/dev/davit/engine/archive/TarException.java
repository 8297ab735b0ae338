package dev.davit.engine.archive;

import java.io.IOException;

/// What is read is no tar archive, a broken one, or one with something in it that is not understood; the message says where.
public final class TarException extends IOException {
    private static final long serialVersionUID = 1L;

    public TarException(String message) {
        super(message);
    }
}
