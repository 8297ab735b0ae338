package dev.davit.engine.remote.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What a request carries.
public sealed interface Body {

    /// Nothing.
    record None() implements Body {}

    /// Bytes of a known length.
    ///
    /// @param type the media type
    /// @param bytes all of them
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Bytes(String type, byte[] bytes) implements Body {}

    /// A stream of unknown length, sent in chunks; it is read to its end and not closed.
    ///
    /// @param type the media type
    /// @param content the bytes
    record Stream(String type, InputStream content) implements Body {}

    /// Nothing.
    Body NONE = new None();

    /// A JSON text.
    static Body json(String text) {
        return new Bytes("application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
