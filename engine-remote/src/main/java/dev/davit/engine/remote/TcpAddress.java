package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.remote.http.ConnectFailure;
import dev.davit.engine.remote.http.HostPort;
import dev.davit.engine.remote.http.HttpProxy;
import dev.davit.engine.remote.http.TcpTransport;
import dev.davit.engine.remote.http.Transport;
import dev.davit.engine.remote.tls.TlsFiles;
import dev.davit.engine.remote.tls.TlsTransport;

/// The address of a TCP port: `tcp://host[:port]`. As with docker a `tcp://` without a port means 2375, with TLS or without.
final class TcpAddress {
    private static final int USUAL_PORT = 2375;

    private TcpAddress() {}

    /// @param place what follows the scheme
    /// @throws EngineException.Invalid when it is no host and port
    static Transport transport(DaemonAddress address, String place, boolean tls) {
        String text = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        var target = HostPort.parse(text, USUAL_PORT)
                .orElseThrow(() -> address.cannot("such an address is tcp://HOST or tcp://HOST:PORT"));
        try {
            var tcp = new TcpTransport(address.url(), target, HttpProxy.of(address.environment(), tls, target));
            if (!tls) return tcp;
            var context = address.context();
            return new TlsTransport(tcp, new TlsFiles(context.ca(), context.certificate(), context.key(), context.skipTlsVerify()));
        } catch (ConnectFailure e) {
            throw address.cannot(String.valueOf(e.getMessage()));
        }
    }
}
