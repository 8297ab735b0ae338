package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.http.Connection;
import dev.davit.engine.remote.http.TcpTransport;
import dev.davit.engine.remote.http.Transport;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A daemon's TCP port, by TLS 1.2 or newer.
public final class TlsTransport implements Transport {
    /// A port that takes connections and says nothing is not waited for any longer.
    private static final int HANDSHAKE_PATIENCE_MS = 30_000;

    private final TcpTransport tcp;
    private final TlsFiles files;
    private @Nullable SSLContext known;

    public TlsTransport(TcpTransport tcp, TlsFiles files) {
        this.tcp = tcp;
        this.files = files;
    }

    @Override
    public String address() {
        return tcp.address();
    }

    @Override
    public Connection connect() throws IOException {
        var context = context();
        var channel = tcp.dial();
        try {
            return new TlsConnection(channel, shake(context, channel), new TlsFailure(tcp.address(), files));
        } catch (IOException e) {
            channel.close();
            throw new TlsFailure(tcp.address(), files).of(e);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private SSLSocket shake(SSLContext context, SocketChannel channel) throws IOException {
        var socket = (SSLSocket) context.getSocketFactory().createSocket(channel.socket(), tcp.target().host(), tcp.target().port(), true);
        var parameters = socket.getSSLParameters();
        if (!files.skipVerify()) parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(HANDSHAKE_PATIENCE_MS);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    /// The files are read once: sessions with the daemon are resumed then.
    private synchronized SSLContext context() throws IOException {
        var context = known;
        if (context == null) {
            context = files.context(tcp.target().host());
            known = context;
        }
        return context;
    }
}
