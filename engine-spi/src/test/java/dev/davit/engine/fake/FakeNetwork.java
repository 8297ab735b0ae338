package dev.davit.engine.fake;

import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A network.
///
/// @param pools with the engine's own choices filled in
/// @param builtin whether it is there from the start
record FakeNetwork(String id, NetworkSpec spec, List<AddressPool> pools, Instant created, boolean builtin) {

    String name() {
        return spec.name();
    }

    String driver() {
        return spec.driver();
    }

    /// The subnet that containers get their IPv4 addresses from.
    Optional<Subnet> subnet() {
        return pools.stream().flatMap(pool -> pool.subnet().stream()).map(Subnet::parse).filter(subnet -> subnet.bits() == 32).findFirst();
    }

    String gateway() {
        return pools.stream().flatMap(pool -> pool.gateway().stream()).findFirst().orElse("");
    }

    /// Whether containers may come and go, and be known by names.
    boolean isUserDefined() {
        return !builtin;
    }
}
