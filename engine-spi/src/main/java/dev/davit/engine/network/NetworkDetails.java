package dev.davit.engine.network;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.document.Document;
import java.util.List;
import java.util.Map;

/// One network in full: what callers decide by as typed values, everything else as the engine's document.
///
/// @param summary as it stands in a list
/// @param attachable whether containers may join it by hand where a swarm manages it
/// @param ingress whether it is a swarm's routing mesh
/// @param configOnly whether it is only a configuration that others are made from
/// @param pools where its addresses come from
/// @param options the driver's
/// @param members the containers that are connected and run
/// @param document Docker's inspect document, the engine's own text where it has one
public record NetworkDetails(
        NetworkSummary summary,
        boolean attachable,
        boolean ingress,
        boolean configOnly,
        List<AddressPool> pools,
        Map<String, String> options,
        List<Member> members,
        Document document) {

    public NetworkDetails {
        pools = List.copyOf(pools);
        options = Map.copyOf(options);
        members = List.copyOf(members);
    }

    /// A container on the network.
    ///
    /// @param container its id
    /// @param name its name
    /// @param ipv4Address with prefix, `172.18.0.2/16`, or empty
    /// @param ipv6Address with prefix, or empty
    /// @param macAddress or empty
    public record Member(ContainerId container, String name, String ipv4Address, String ipv6Address, String macAddress) {}
}
