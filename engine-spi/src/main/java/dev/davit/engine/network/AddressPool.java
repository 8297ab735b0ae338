package dev.davit.engine.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Addresses of a network.
///
/// @param subnet `10.5.0.0/16`; empty: the engine chooses
/// @param range the part of it that containers get theirs from
/// @param gateway the network's own address; empty: the first
/// @param reserved addresses that the driver uses or that are not to be given out, by name
public record AddressPool(
        Optional<String> subnet, Optional<String> range, Optional<String> gateway, Map<String, String> reserved) {

    public AddressPool {
        reserved = Collections.unmodifiableMap(new LinkedHashMap<>(reserved));
    }

    /// A subnet with nothing else said.
    public static AddressPool of(String subnet) {
        return new AddressPool(Optional.of(subnet), Optional.empty(), Optional.empty(), Map.of());
    }
}
