package dev.davit.engine.fake;

import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The networks, and who is on them.
final class NetworkStore {
    private final World world;
    private final Map<String, FakeNetwork> byId = new LinkedHashMap<>();

    NetworkStore(World world) {
        this.world = world;
    }

    /// Puts those in that are there from the start.
    void begin() {
        builtin("bridge", "bridge", List.of(pool("172.17.0.0/16", "172.17.0.1")));
        builtin("host", "host", List.of());
        builtin("none", "null", List.of());
    }

    private void builtin(String name, String driver, List<AddressPool> pools) {
        put(new FakeNetwork(world.freshId(), NetworkSpec.of(name, draft -> draft.driver = driver), pools, world.now(), true));
    }

    static AddressPool pool(String subnet, String gateway) {
        return new AddressPool(Optional.of(subnet), Optional.empty(), Optional.of(gateway), Map.of());
    }

    void put(FakeNetwork network) {
        byId.put(network.id(), network);
    }

    void remove(FakeNetwork network) {
        byId.remove(network.id());
        event(network, "destroy");
    }

    /// In the order of their names.
    List<FakeNetwork> all() {
        return byId.values().stream().sorted(Comparator.comparing(FakeNetwork::name)).toList();
    }

    Optional<FakeNetwork> named(String name) {
        return byId.values().stream().filter(network -> network.name().equals(name)).findFirst();
    }

    /// The network that is meant: by full id, by name, by a prefix of its id that fits no other.
    FakeNetwork resolve(String what, String text) {
        var exact = byId.get(text);
        if (exact != null) return exact;
        var named = named(text);
        if (named.isPresent()) return named.get();
        var matches = byId.values().stream().filter(network -> network.id().startsWith(text)).toList();
        if (matches.size() == 1) return matches.getFirst();
        if (matches.size() > 1) throw Oops.invalid(what, "network " + text + " is ambiguous (" + matches.size() + " matches found based on ID prefix)");
        throw Oops.notFound(what, "network " + text + " not found");
    }

    /// The containers that run on it.
    List<FakeContainer> members(FakeNetwork network) {
        return world.containers.values().stream()
                .filter(FakeContainer::isRunning)
                .filter(container -> endpoint(container, network).isPresent())
                .toList();
    }

    /// Where a running container stands on a network.
    static Optional<FakeEndpoint> endpoint(FakeContainer container, FakeNetwork network) {
        return container.endpoints.values().stream()
                .filter(endpoint -> endpoint.network().filter(network::equals).isPresent())
                .findFirst();
    }

    /// What a new container is to join, by the networks' names.
    static Map<String, FakeEndpoint> wanted(dev.davit.engine.container.NetworkSpec spec) {
        var wanted = new LinkedHashMap<String, FakeEndpoint>();
        String mode = spec.mode().filter(name -> !name.equals("default")).orElse("bridge");
        if (mode.startsWith("container:")) return wanted;
        wanted.put(mode, FakeEndpoint.of(EndpointSpec.of(mode)));
        for (var endpoint : spec.endpoints()) wanted.put(endpoint.network(), FakeEndpoint.of(endpoint));
        return wanted;
    }

    /// Lets a container that starts join its networks.
    ///
    /// @throws dev.davit.engine.EngineException.NotFound when one of them is gone
    void join(String what, FakeContainer container) {
        var joined = new LinkedHashMap<String, FakeEndpoint>();
        for (var entry : container.endpoints.entrySet()) {
            joined.put(entry.getKey(), joined(what, resolve(what, entry.getKey()), entry.getValue().spec()));
        }
        container.endpoints.clear();
        joined.forEach((name, endpoint) -> {
            container.endpoints.put(name, endpoint);
            endpoint.network().ifPresent(network -> event(network, "connect", container));
        });
    }

    /// A place on the network, with an address.
    FakeEndpoint joined(String what, FakeNetwork network, EndpointSpec spec) {
        var subnet = network.subnet();
        if (subnet.isEmpty()) return new FakeEndpoint(spec, Optional.of(network), Optional.empty());
        var taken = new ArrayList<>(Stream.concat(
                        Stream.of(network.gateway()),
                        members(network).stream()
                                .flatMap(member -> endpoint(member, network).stream())
                                .flatMap(endpoint -> endpoint.address().stream()))
                .toList());
        network.pools().forEach(pool -> taken.addAll(pool.reserved().values()));
        if (spec.ipv4Address().isPresent()) {
            String wanted = spec.ipv4Address().get();
            if (taken.contains(wanted)) throw Oops.denied(what, "Address already in use");
            return new FakeEndpoint(spec, Optional.of(network), Optional.of(wanted));
        }
        int index = 1;
        while (taken.contains(subnet.get().address(index))) index++;
        return new FakeEndpoint(spec, Optional.of(network), Optional.of(subnet.get().address(index)));
    }

    /// Lets a container that has ended leave them; it joins them again when it starts.
    void leave(FakeContainer container) {
        container.endpoints.replaceAll((name, endpoint) -> {
            endpoint.network().ifPresent(network -> event(network, "disconnect", container));
            return FakeEndpoint.of(endpoint.spec());
        });
    }

    void event(FakeNetwork network, String action) {
        world.events.add("network", action, network.id(), Map.of("name", network.name(), "type", network.driver()));
    }

    void event(FakeNetwork network, String action, FakeContainer container) {
        world.events.add("network", action, network.id(), Map.of(
                "name", network.name(), "type", network.driver(), "container", container.id.value()));
    }
}
