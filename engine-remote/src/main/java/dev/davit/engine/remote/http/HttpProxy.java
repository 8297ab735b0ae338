package dev.davit.engine.remote.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An HTTP proxy between the user and a daemon. Every connection is a tunnel through it (`CONNECT`, RFC 9110 section 9.3.6),
/// so that conversations pass as well as requests.
///
/// @param place where it listens
/// @param credentials `user:password`, or empty
public record HttpProxy(HostPort place, String credentials) {
    private static final int STANDARD_PORT = 80;

    /// The proxy that the user's environment names for a daemon, by the rules of docker's client: `HTTP_PROXY`, with TLS
    /// `HTTPS_PROXY`, in either case of letters; none for this machine's own addresses and those in `NO_PROXY`.
    ///
    /// @param tls whether the daemon is spoken to by TLS
    /// @throws ConnectFailure when the variable does not name an HTTP proxy
    /// @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy">the rules</a>
    public static Optional<HttpProxy> of(Map<String, String> environment, boolean tls, HostPort target) throws ConnectFailure {
        String name = tls ? "HTTPS_PROXY" : "HTTP_PROXY";
        String value = variable(environment, name);
        if (value.isEmpty() || new NoProxy(variable(environment, "NO_PROXY")).covers(target)) return Optional.empty();
        return Optional.of(parse(name, value));
    }

    private static String variable(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
    }

    private static HttpProxy parse(String name, String value) throws ConnectFailure {
        int scheme = value.indexOf("://");
        String rest = scheme < 0 ? value : value.substring(scheme + 3);
        if (scheme >= 0 && !value.substring(0, scheme).equalsIgnoreCase("http")) {
            throw ConnectFailure.unreachable(
                    name + " names a proxy of the kind " + value.substring(0, scheme) + "://, and only http:// proxies can be used");
        }
        int slash = rest.indexOf('/');
        if (slash >= 0) rest = rest.substring(0, slash);
        int at = rest.lastIndexOf('@');
        // The value may hold a password: it is not quoted.
        var place = HostPort.parse(rest.substring(at + 1), STANDARD_PORT)
                .orElseThrow(() -> ConnectFailure.unreachable(name + " is no proxy's URL"));
        try {
            String credentials = at < 0 ? "" : URLDecoder.decode(rest.substring(0, at).replace("+", "%2B"), StandardCharsets.UTF_8);
            return new HttpProxy(place, credentials);
        } catch (IllegalArgumentException e) {
            throw ConnectFailure.unreachable(name + " is no proxy's URL");
        }
    }

    /// Makes the connection to the proxy one to the target.
    void open(Connection connection, HostPort target) throws IOException {
        var head = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\nUser-Agent: davit\r\n");
        if (!credentials.isEmpty()) {
            String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            head.append("Proxy-Authorization: Basic ").append(encoded).append("\r\n");
        }
        connection.output().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        // A daemon does not speak first: nothing but the proxy's head can be in the buffer.
        var wire = new Wire(connection);
        String status = wire.readLine();
        while (!wire.readLine().isEmpty()) {
            // Nothing in a proxy's header fields matters here.
        }
        if (status.matches("HTTP/1\\.\\d 2\\d\\d( .*)?")) return;
        String reason = "the proxy http://" + place + " does not connect to " + target + ": " + Wire.shown(status);
        throw status.contains(" 407") ? ConnectFailure.denied(reason) : ConnectFailure.unreachable(reason);
    }

    /// Without the password.
    @Override
    public String toString() {
        return "http://" + place;
    }
}
