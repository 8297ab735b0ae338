package dev.davit.engine.remote.server.http;

import dev.davit.engine.remote.http.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A connection that is no longer HTTP's. Reading and writing go on in two threads; closing from a third ends both.
public final class Conversation implements AutoCloseable {
    private final InputStream input;
    private final Connection connection;

    Conversation(InputStream input, Connection connection) {
        this.input = input;
        this.connection = connection;
    }

    /// What the client says; its first bytes may have come with the request. It ends when the client says nothing more.
    public InputStream input() {
        return input;
    }

    /// What is said to the client, unbuffered.
    public OutputStream output() {
        return connection.output();
    }

    /// Says that nothing more will be sent; what the client says is read on.
    public void shutdownOutput() throws IOException {
        connection.shutdownOutput();
    }

    @Override
    public void close() {
        connection.close();
    }
}
