package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A connection over a socket channel. A virtual thread that waits on it holds no platform thread.
public final class ChannelConnection extends StreamConnection {
    private final SocketChannel channel;

    /// Takes the channel over.
    public ChannelConnection(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    protected int read(byte[] bytes, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    protected void write(byte[] bytes, int offset, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) channel.write(buffer);
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
