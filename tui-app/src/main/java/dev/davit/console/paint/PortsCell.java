package dev.davit.console.paint;

import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Ports in few columns: published ones first (`8080→80`), the address only where it is not every one, `/tcp` left out.
final class PortsCell {
    private PortsCell() {}

    static String of(List<PortBinding> ports, Signs signs) {
        return ports.stream()
                .sorted(Comparator.comparing((PortBinding port) -> !port.isPublished()).thenComparing(PortBinding::port))
                .map(port -> text(port, signs))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String text(PortBinding binding, Signs signs) {
        var port = binding.port();
        String inside = port.number() + (port.protocol() == TransportProtocol.TCP ? "" : "/" + port.protocol().word());
        if (!binding.isPublished()) return inside;
        String address = binding.hostAddress();
        boolean every = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
        String bracketed = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return (every ? "" : bracketed + ":") + binding.hostPort() + signs.arrow() + inside;
    }
}
