package dev.davit.engine.fake;

import dev.davit.engine.container.EndpointSpec;
import java.util.Optional;

/// A container's place on a network.
///
/// @param spec what was asked for
/// @param network while the container runs
/// @param address while it runs, where the network gives any
record FakeEndpoint(EndpointSpec spec, Optional<FakeNetwork> network, Optional<String> address) {

    static FakeEndpoint of(EndpointSpec spec) {
        return new FakeEndpoint(spec, Optional.empty(), Optional.empty());
    }

    String macAddress() {
        if (address.isEmpty() || address.get().indexOf(':') >= 0) return "";
        var mac = new StringBuilder("02:42");
        for (String part : address.get().split("\\.", -1)) mac.append(String.format(":%02x", Integer.parseInt(part)));
        return mac.toString();
    }
}
