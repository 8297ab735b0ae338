package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a container joins one network.
///
/// @param network name or id
/// @param aliases more names for it on that network
/// @param ipv4Address a fixed address
/// @param ipv6Address a fixed address
/// @param linkLocalAddresses link-local addresses
/// @param macAddress a fixed MAC address
/// @param links `container[:alias]` each, on that network only
/// @param driverOptions the driver's
/// @param gatewayPriority the network with the highest gives the default gateway (API 1.48)
public record EndpointSpec(
        String network,
        List<String> aliases,
        Optional<String> ipv4Address,
        Optional<String> ipv6Address,
        List<String> linkLocalAddresses,
        Optional<String> macAddress,
        List<String> links,
        Map<String, String> driverOptions,
        int gatewayPriority) {

    public EndpointSpec {
        aliases = List.copyOf(aliases);
        linkLocalAddresses = List.copyOf(linkLocalAddresses);
        links = List.copyOf(links);
        driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
    }

    /// A network joined with nothing more said.
    public static EndpointSpec of(String network) {
        return new EndpointSpec(
                network, List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), Map.of(), 0);
    }
}
