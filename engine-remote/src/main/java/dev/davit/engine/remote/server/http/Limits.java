package dev.davit.engine.remote.server.http;

import java.time.Duration;

/// What a client may use up.
///
/// @param connections open at once; the next one waits until one ends
/// @param line bytes of a request line, of a header line, of the line before a chunk
/// @param head bytes of a request's line and headers together
/// @param fields header fields of a request
/// @param headTime from a request's first byte to the end of its head
/// @param idle between two requests
/// @param bodyTime for a body that is taken whole, such as a JSON document
public record Limits(
        int connections, int line, int head, int fields, Duration headTime, Duration idle, Duration bodyTime) {
    /// What a daemon on one machine can bear.
    public static final Limits STANDARD = new Limits(
            2048, 16 << 10, 64 << 10, 100, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(60));
}
