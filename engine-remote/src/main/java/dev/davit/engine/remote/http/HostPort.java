package dev.davit.engine.remote.http;

import java.util.Optional;

/// A host and a port of it.
///
/// @param host a name or an address, an IPv6 address without brackets
/// @param port 1 to 65535
public record HostPort(String host, int port) {

    /// Reads `host`, `host:port`, `[::1]:port`, `:port`; a host that is not there is `localhost`.
    ///
    /// @param standard the port when none is named
    /// @return empty when it is none of these
    public static Optional<HostPort> parse(String text, int standard) {
        int bracket = text.lastIndexOf(']');
        int colon = text.lastIndexOf(':');
        if (colon < bracket) colon = -1;
        String host = colon < 0 ? text : text.substring(0, colon);
        if (bracket >= 0) {
            if (!host.startsWith("[") || !host.endsWith("]")) return Optional.empty();
            host = host.substring(1, host.length() - 1);
        } else if (host.indexOf(':') >= 0) {
            return Optional.empty();
        }
        if (!host.chars().allMatch(c -> c > ' ' && c < 0x7f && "/?#@\\[]%".indexOf(c) < 0)) return Optional.empty();
        String digits = colon < 0 ? "" : text.substring(colon + 1);
        int port = digits.isEmpty() ? standard : port(digits);
        return port == 0 ? Optional.empty() : Optional.of(new HostPort(host.isEmpty() ? "localhost" : host, port));
    }

    /// A port number, 0 for what is none.
    private static int port(String digits) {
        if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) return 0;
        int port = Integer.parseInt(digits);
        return port > 65_535 ? 0 : port;
    }

    /// As URLs and HTTP have it.
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
