package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// A connection that has become a raw conversation.
public final class Hijacked implements AutoCloseable {
    private final Wire wire;
    private final Optional<String> contentType;

    Hijacked(Wire wire, Optional<String> contentType) {
        this.wire = wire;
        this.contentType = contentType;
    }

    /// What the other side says; its first bytes may have come with the head.
    public InputStream input() {
        return wire.rest();
    }

    /// What is said to the other side, unbuffered.
    public OutputStream output() {
        return wire.connection().output();
    }

    /// The media type of the answer: newer daemons tell raw and multiplexed streams apart by it.
    public Optional<String> contentType() {
        return contentType;
    }

    /// Says that nothing more will be sent.
    public void shutdownOutput() throws IOException {
        wire.connection().shutdownOutput();
    }

    @Override
    public void close() {
        wire.connection().close();
    }
}
