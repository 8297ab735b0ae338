package dev.davit.cli;

import dev.davit.engine.container.TerminalSize;

/// The terminal that the user sits at, as far as a session in a container needs it.
public interface UserTerminal {

    /// Its size now.
    TerminalSize size();

    /// Hands every key to the reader of standard input as it is typed, until closed. Closing restores the terminal, and so
    /// does the end of this process, however it comes.
    Mode raw();

    /// Calls something when its size has changed, until closed.
    Mode onResize(Runnable action);

    /// Something that lasts until closed.
    interface Mode extends AutoCloseable {
        @Override
        void close();
    }
}
