package dev.davit.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The terminal refused something; the message is one sentence.
public final class TerminalFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private TerminalFailure(String sentence) {
        super(sentence, new IOException(sentence));
    }

    /// @param what was tried
    /// @param result the negated number of the error
    static TerminalFailure of(String what, long result) {
        return new TerminalFailure("cannot " + what + ": " + Libc.error(result));
    }
}
