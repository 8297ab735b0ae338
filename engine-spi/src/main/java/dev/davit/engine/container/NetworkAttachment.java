package dev.davit.engine.container;

/// A container's place on a network.
///
/// @param network the network's name
/// @param networkId its id, empty while not connected
/// @param address the IPv4 address, empty if none
/// @param prefixLength of the IPv4 address, 0 if none
/// @param gateway the IPv4 gateway, empty if none
/// @param ipv6Address the global IPv6 address, empty if none
/// @param macAddress the interface's MAC address, empty if none
public record NetworkAttachment(
        String network,
        String networkId,
        String address,
        int prefixLength,
        String gateway,
        String ipv6Address,
        String macAddress) {}
