package dev.davit.engine.remote.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `NO_PROXY` lists: names with their subdomains, `.names` for subdomains alone, addresses, networks in CIDR form, each
/// with a port or without, `*` for everything. This machine's own addresses are always among them.
final class NoProxy {
    private final List<String> entries;

    NoProxy(String list) {
        this.entries = List.of(list.toLowerCase(Locale.ROOT).split(",", -1));
    }

    boolean covers(HostPort target) {
        String host = target.host().toLowerCase(Locale.ROOT);
        if (host.equals("localhost")) return true;
        var address = literal(host);
        if (address.isPresent() && address.get().isLoopbackAddress()) return true;
        return entries.stream().map(String::strip).filter(entry -> !entry.isEmpty()).anyMatch(entry -> matches(entry, host, target.port()));
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) return true;
        if (entry.indexOf('/') > 0) return inNetwork(entry, host);
        var place = entry.startsWith(".") || entry.startsWith("*.") ? Optional.<HostPort>empty() : HostPort.parse(entry, port);
        String name = entry;
        if (place.isPresent()) {
            if (place.get().port() != port) return false;
            name = place.get().host();
        }
        if (name.startsWith("*.")) name = name.substring(1);
        if (name.startsWith(".")) return host.endsWith(name);
        return host.equals(name) || (literal(host).isEmpty() && host.endsWith("." + name));
    }

    private static boolean inNetwork(String entry, String host) {
        int slash = entry.indexOf('/');
        var network = literal(entry.substring(0, slash));
        var address = literal(host);
        if (network.isEmpty() || address.isEmpty()) return false;
        byte[] wanted = network.get().getAddress();
        byte[] given = address.get().getAddress();
        String length = entry.substring(slash + 1);
        if (wanted.length != given.length || !length.matches("\\d{1,3}")) return false;
        int bits = Integer.parseInt(length);
        if (bits > wanted.length * 8) return false;
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((wanted[i / 8] & mask) != (given[i / 8] & mask)) return false;
        }
        return true;
    }

    /// An address that is written as numbers; a name is not looked up.
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
