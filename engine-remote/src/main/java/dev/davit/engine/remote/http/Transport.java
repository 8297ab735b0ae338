package dev.davit.engine.remote.http;

import java.io.IOException;

/// A way to a daemon. One Unix socket today; tcp, TLS and a socket forwarded by ssh are other implementations.
public interface Transport {

    /// Opens a new connection. Blocks until it stands.
    Connection connect() throws IOException;

    /// What is connected to, as the user would write it: `unix:///var/run/docker.sock`.
    String address();
}
