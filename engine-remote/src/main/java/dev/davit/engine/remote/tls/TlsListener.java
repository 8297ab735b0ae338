package dev.davit.engine.remote.tls;

import dev.davit.engine.remote.server.http.Client;
import dev.davit.engine.remote.server.http.Listener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/// A TCP port that lets in, by TLS 1.2 or newer, only who has a certificate of its authority. The handshake is the client's own
/// first read: a slow one keeps nobody else waiting.
public final class TlsListener implements Listener {
    private final ServerSocketChannel channel;
    private final SSLContext context;
    private final String address;

    private TlsListener(ServerSocketChannel channel, SSLContext context, String address) {
        this.channel = channel;
        this.context = context;
        this.address = address;
    }

    /// Listens.
    ///
    /// @param place a resolved address; port 0 for any
    /// @param authority who signs clients' certificates
    /// @throws IOException when the port is taken or a file is not what it should be; the message says which
    public static TlsListener at(InetSocketAddress place, Path authority, Path certificate, Path key) throws IOException {
        var files = new TlsFiles(Optional.of(authority), Optional.of(certificate), Optional.of(key), false);
        var context = files.context("the client");
        var channel = ServerSocketChannel.open();
        try {
            channel.bind(place, 512);
            var bound = (InetSocketAddress) channel.getLocalAddress();
            String host = bound.getAddress().getHostAddress();
            return new TlsListener(
                    channel, context, "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Client accept() throws IOException {
        var accepted = channel.accept();
        try {
            var socket = (SSLSocket) context.getSocketFactory().createSocket(accepted.socket(), InputStream.nullInputStream(), false);
            socket.setUseClientMode(false);
            socket.setNeedClientAuth(true);
            socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            return new Client(new ServedTls(accepted, socket), () -> name(accepted, socket));
        } catch (IOException | RuntimeException e) {
            accepted.close();
            throw e;
        }
    }

    /// Whose certificate it is, and where from.
    private static String name(SocketChannel channel, SSLSocket socket) {
        String from;
        try {
            from = " from " + channel.getRemoteAddress();
        } catch (IOException e) {
            from = " who has gone";
        }
        try {
            return socket.getSession().getPeerPrincipal().getName().replaceAll("[^ -~]", "?") + from;
        } catch (SSLPeerUnverifiedException e) {
            return "somebody without a certificate" + from;
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
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
