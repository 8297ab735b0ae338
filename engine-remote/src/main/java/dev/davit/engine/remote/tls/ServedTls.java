package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.SocketConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// A client's connection by TLS. The first read shakes hands.
final class ServedTls extends SocketConnection {
    private static final int FAREWELL_MS = 2000;

    private final SSLSocket socket;
    private final InputStream incoming;
    private final OutputStream outgoing;

    ServedTls(SocketChannel channel, SSLSocket socket) throws IOException {
        super(channel);
        this.socket = socket;
        this.incoming = socket.getInputStream();
        this.outgoing = socket.getOutputStream();
    }

    @Override
    protected int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return incoming.read(bytes, offset, length);
        } catch (SSLException e) {
            sayWhy();
            throw e;
        }
    }

    /// The alert is on its way; closing with something unread would overtake it, and the client never knew why it is refused.
    private void sayWhy() throws IOException {
        channel.shutdownOutput();
        var plain = channel.socket();
        plain.setSoTimeout(FAREWELL_MS);
        var rest = plain.getInputStream();
        var bytes = new byte[8192];
        long end = System.nanoTime() + FAREWELL_MS * 1_000_000L;
        int count = 0;
        while (count >= 0 && System.nanoTime() < end) count = rest.read(bytes);
    }

    @Override
    protected void write(byte[] bytes, int offset, int length) throws IOException {
        outgoing.write(bytes, offset, length);
    }

    @Override
    public void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }
}
