package dev.davit.engine.remote.server.http;

import java.io.IOException;

/// A place where clients connect.
public interface Listener extends AutoCloseable {

    /// Waits for the next client.
    ///
    /// @throws IOException when the listener was closed, or this client could not be met
    Client accept() throws IOException;

    /// Where it listens, as a URL: `unix:///run/davit/davit.sock`.
    String address();

    /// Whether it waits for clients still.
    boolean isOpen();

    /// Stops listening, and takes away what it left in the file system. Closing twice is harmless.
    @Override
    void close();
}
