package dev.davit.cli;

import java.io.IOException;

/// Nobody reads our output any more (`davit logs … | head`): the command ends quietly.
final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputGone(IOException cause) {
        super(cause);
    }
}
