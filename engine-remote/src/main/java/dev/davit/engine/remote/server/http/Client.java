package dev.davit.engine.remote.server.http;

import dev.davit.engine.remote.http.Connection;

/// Somebody who connected.
///
/// @param connection its bytes
/// @param name who it is, for the log: `uid 1000`, `CN=alice`
public record Client(Connection connection, String name) {}
