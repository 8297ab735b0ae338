package dev.davit.engine.container;

import dev.davit.engine.Feed;
import java.io.OutputStream;

/// An open conversation with a process: what it reads, what it writes, its terminal's size.
///
/// [#output()] ends when the process has closed its streams or the detach keys were typed; which of both it was, and the
/// exit code, the container or the exec then tells. Closing [#input()] gives the process its end of input and leaves the
/// output open. [#close()] hangs up without touching the process.
public interface Session extends AutoCloseable {

    /// What the process writes.
    Feed<OutputChunk> output();

    /// What the process reads. Each write is delivered at once. Writing to a process that is gone is an `IOException`.
    /// Without an attached standard input, writing throws and closing does nothing.
    OutputStream input();

    /// Tells the process's terminal its size; without a terminal nothing happens.
    void resize(TerminalSize size);

    /// Hangs up.
    @Override
    void close();
}
