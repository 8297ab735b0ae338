package dev.davit.engine.remote.server.http;

import dev.davit.engine.remote.http.Connection;
import java.util.function.Supplier;

/// Somebody who connected.
///
/// @param connection its bytes
/// @param identity who it is, for the log: `uid=1000(alice)`, `CN=alice from /192.0.2.7:4711`; known when it has said something
public record Client(Connection connection, Supplier<String> identity) {

    /// Who it is.
    public String name() {
        return identity.get();
    }
}
