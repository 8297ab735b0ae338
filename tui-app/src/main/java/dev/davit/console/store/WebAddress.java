package dev.davit.console.store;

import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a browser gets at a published port. Of what an engine said there are only digits and dots in it.
///
/// @param url `http://localhost:8080`
/// @param inside the container's port: `80`
public record WebAddress(String url, int inside) {
    private static final String LOOPBACK = "127(\\.\\d{1,3}){3}";
    /// HTTPS, and what servers without root take for it.
    private static final Set<Integer> SECURE = Set.of(443, 8443);

    /// Where it is; empty when that is not known.
    ///
    /// @param host the name of the engine's machine where the browser is; empty when there is none
    /// @param here whether its loopback addresses are got at as well
    public static Optional<WebAddress> of(PortBinding binding, String host, boolean here) {
        if (binding.port().protocol() != TransportProtocol.TCP || !binding.hostPort().matches("\\d{1,5}")) return Optional.empty();
        String name = host(binding.hostAddress(), host, here);
        int inside = binding.port().number();
        String scheme = SECURE.contains(inside) ? "https" : "http";
        return name.isEmpty() ? Optional.empty() : Optional.of(new WebAddress(scheme + "://" + name + ":" + binding.hostPort(), inside));
    }

    /// Those of several ports, each once.
    public static List<WebAddress> of(List<PortBinding> bindings, String host, boolean here) {
        return bindings.stream().flatMap(binding -> of(binding, host, here).stream()).distinct().toList();
    }

    private static String host(String address, String host, boolean here) {
        if (isEvery(address)) return host;
        if (!here) return "";
        return address.equals("::1") ? "[::1]" : address.matches(LOOPBACK) ? address : "";
    }

    /// Whether a port is published on every address of its machine.
    public static boolean isEvery(String address) {
        return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
    }
}
