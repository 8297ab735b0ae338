package dev.davit.console.paint;

import dev.davit.console.store.WebAddress;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.List;
import java.util.stream.Collectors;

/// Ports in few columns: published ones first (`8080→80`), the address only where it is not every one, `/tcp` left out. A
/// published one that a browser on the engine's machine gets at is a link.
final class PortsCell {
    private PortsCell() {}

    /// A port.
    ///
    /// @param link where it is got at; empty when that is not known. Of what the engine said there are only digits and dots
    record Part(String text, String link) {
        boolean isLink() {
            return !link.isEmpty();
        }
    }

    static List<Part> parts(List<PortBinding> ports, Signs signs) {
        if (ports.isEmpty()) return List.of();
        return ports.stream()
                .sorted(PortsCell::order)
                .map(port -> new Part(text(port, signs), WebAddress.of(port, "localhost", true).map(WebAddress::url).orElse("")))
                .distinct()
                .toList();
    }

    private static int order(PortBinding one, PortBinding other) {
        if (one.isPublished() != other.isPublished()) return one.isPublished() ? -1 : 1;
        return one.port().compareTo(other.port());
    }

    /// All of them, a blank between each two.
    static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(" "));
    }

    private static String text(PortBinding binding, Signs signs) {
        var port = binding.port();
        String inside = port.number() + (port.protocol() == TransportProtocol.TCP ? "" : "/" + port.protocol().word());
        if (!binding.isPublished()) return inside;
        String address = binding.hostAddress();
        String bracketed = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return (WebAddress.isEvery(address) ? "" : bracketed + ":") + binding.hostPort() + signs.arrow() + inside;
    }
}
