package dev.davit.engine.remote.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A byte stream in both directions. Reading and writing may go on at the same time in two threads; closing from a third
/// ends both. Interrupting a thread that reads or writes closes the connection.
public interface Connection extends Closeable {

    /// What the other side sends. Closing it does nothing: close the connection.
    InputStream input();

    /// What is sent to the other side, unbuffered.
    OutputStream output();

    /// Says that nothing more will be sent; reading goes on.
    void shutdownOutput() throws IOException;

    /// Ends both directions. Closing twice is harmless.
    @Override
    void close();
}
