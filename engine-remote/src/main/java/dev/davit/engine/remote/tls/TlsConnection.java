package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.SocketConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

/// A connection by TLS. Its socket lies on a channel, so that waiting threads can be interrupted and hold no platform thread.
final class TlsConnection extends SocketConnection {
    private final SSLSocket socket;
    private final TlsFailure failure;
    private final InputStream incoming;
    private final OutputStream outgoing;

    TlsConnection(SocketChannel channel, SSLSocket socket, TlsFailure failure) throws IOException {
        super(channel);
        this.socket = socket;
        this.failure = failure;
        this.incoming = socket.getInputStream();
        this.outgoing = socket.getOutputStream();
    }

    @Override
    protected int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return incoming.read(bytes, offset, length);
        } catch (IOException e) {
            throw failure.of(e);
        }
    }

    @Override
    protected void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            outgoing.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure.of(e);
        }
    }

    /// Sends close_notify; what the daemon still says is read on.
    @Override
    public void shutdownOutput() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw failure.of(e);
        }
    }
}
