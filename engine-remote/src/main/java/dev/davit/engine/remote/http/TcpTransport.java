package dev.davit.engine.remote.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A daemon's TCP port, without TLS.
///
/// @param address as the user wrote it
/// @param target where it listens
/// @param proxy what stands between, if anything
public record TcpTransport(String address, HostPort target, Optional<HttpProxy> proxy) implements Transport {
    /// What docker's client waits for a connection.
    private static final int PATIENCE_MS = 30_000;

    @Override
    public Connection connect() throws IOException {
        return new ChannelConnection(dial());
    }

    /// A channel to the port, through the proxy where there is one.
    ///
    /// @throws ConnectFailure when nothing can be reached there
    public SocketChannel dial() throws IOException {
        if (proxy.isEmpty()) return dial(target, address);
        var channel = dial(proxy.get().place(), "the proxy http://" + proxy.get().place());
        try {
            proxy.get().open(new ChannelConnection(channel), target);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static SocketChannel dial(HostPort place, String shown) throws IOException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(place.host());
        } catch (UnknownHostException e) {
            throw ConnectFailure.unreachable("no host is called " + place.host(), e);
        }
        @Nullable IOException first = null;
        for (var each : addresses) {
            try {
                return dial(new InetSocketAddress(each, place.port()));
            } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
                if (first == null) first = e;
            }
        }
        String reason = switch (first) {
            case SocketTimeoutException _ -> "nothing answers at " + shown + " (waited " + PATIENCE_MS / 1000 + " s)";
            case NoRouteToHostException _ -> "there is no route to " + shown;
            case null, default -> "nothing listens at " + shown;
        };
        throw ConnectFailure.unreachable(reason, first == null ? new UnknownHostException(place.host()) : first);
    }

    private static SocketChannel dial(InetSocketAddress address) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.socket().connect(address, PATIENCE_MS);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
