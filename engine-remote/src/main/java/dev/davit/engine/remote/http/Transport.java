package dev.davit.engine.remote.http;

import java.io.IOException;

/// A way to a daemon: its Unix socket, a TCP port with or without TLS, a socket that ssh forwards.
public interface Transport extends AutoCloseable {

    /// Opens a new connection. Blocks until it stands.
    ///
    /// @throws ConnectFailure when the reason is known well enough to be told as it is
    Connection connect() throws IOException;

    /// What is connected to, as the user would write it: `unix:///var/run/docker.sock`.
    String address();

    /// Ends what serves all connections; the connections themselves are ended by whoever opened them.
    @Override
    default void close() {}
}
