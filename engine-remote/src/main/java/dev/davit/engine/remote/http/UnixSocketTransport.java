package dev.davit.engine.remote.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A daemon's Unix socket.
///
/// @param socket its path
public record UnixSocketTransport(Path socket) implements Transport {

    @Override
    public Connection connect() throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new ChannelConnection(channel);
    }

    @Override
    public String address() {
        return "unix://" + socket;
    }
}
