package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;

/// A connection whose bytes go, in the end, over a socket channel: a virtual thread that waits on it holds no platform thread, and
/// closing the channel brings back who is stuck in reading or writing, whatever lies on top of it.
public abstract class SocketConnection extends StreamConnection {
    /// The channel, which is the connection's own.
    protected final SocketChannel channel;

    /// Takes the channel over.
    protected SocketConnection(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public final void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
