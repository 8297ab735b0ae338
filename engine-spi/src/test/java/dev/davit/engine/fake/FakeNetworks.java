package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.CreatedNetwork;
import dev.davit.engine.network.NetworkDetails;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.network.NetworkSummary;
import dev.davit.engine.network.NetworkView;
import dev.davit.engine.network.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The networks that containers join.
final class FakeNetworks implements Networks {
    private static final Set<String> DRIVERS = Set.of("bridge", "macvlan", "ipvlan", "null", "host");

    private final Client client;
    private final World world;
    private final NetworkStore store;

    FakeNetworks(Client client) {
        this.client = client;
        this.world = client.world;
        this.store = world.networks;
    }

    @Override
    public List<NetworkSummary> list(NetworkQuery query) {
        return client.call("list networks", () -> {
            var match = new NetworkMatch(world, query.filters());
            return store.all().stream().filter(match::matches).map(NetworkViews::summary).toList();
        });
    }

    @Override
    public NetworkDetails inspect(NetworkRef network, NetworkView view) {
        String what = "inspect network " + network;
        return client.call(what, () -> {
            var found = store.resolve(what, network.text());
            if (view.scope().filter(scope -> !scope.equals("local")).isPresent()) {
                throw Oops.notFound(what, "network " + network + " not found");
            }
            return NetworkViews.details(found, store.members(found));
        });
    }

    @Override
    public CreatedNetwork create(NetworkSpec spec) {
        String what = "create network " + spec.name();
        return client.call(what, () -> {
            check(what, spec);
            var source = spec.configFrom().map(from -> configuration(what, from));
            var pools = source.map(FakeNetwork::pools).orElse(spec.pools());
            var network = new FakeNetwork(
                    world.freshId(), spec, spec.configOnly() ? pools : complete(what, pools), world.now(), false);
            store.put(network);
            if (!spec.configOnly()) store.event(network, "create");
            return new CreatedNetwork(network.id(), "");
        });
    }

    private void check(String what, NetworkSpec spec) {
        if (List.of("bridge", "host", "none", "default").contains(spec.name())) {
            throw Oops.denied(what, "operation is not permitted on predefined " + spec.name() + " network");
        }
        if (spec.name().isEmpty()) throw Oops.invalid(what, "invalid name: \"\"");
        if (store.named(spec.name()).isPresent()) {
            throw Oops.conflict(what, "network with name " + spec.name() + " already exists");
        }
        boolean swarm = spec.driver().equals("overlay") || spec.ingress() || spec.scope().filter("swarm"::equals).isPresent();
        if (swarm) throw new EngineException.Unsupported(Feature.SWARM, "cannot " + what + ": this node is not a swarm manager");
        if (!DRIVERS.contains(spec.driver())) throw Oops.notFound(what, "plugin \"" + spec.driver() + "\" not found");
        if (spec.driver().equals("host") || spec.driver().equals("null")) {
            throw Oops.denied(what, "only one instance of \"" + spec.driver() + "\" network is allowed");
        }
        for (var pool : spec.pools()) check(what, pool);
    }

    private static void check(String what, AddressPool pool) {
        Subnet subnet;
        try {
            subnet = Subnet.parse(pool.subnet().orElse(""));
        } catch (IllegalArgumentException e) {
            throw Oops.invalid(what, "invalid subnet " + pool.subnet().orElse(""));
        }
        pool.gateway().filter(gateway -> !subnet.contains(gateway)).ifPresent(gateway -> {
            throw Oops.invalid(what, "no matching subnet for gateway " + gateway);
        });
    }

    private FakeNetwork configuration(String what, String name) {
        return store.named(name)
                .filter(network -> network.spec().configOnly())
                .orElseThrow(() -> Oops.notFound(what, "configuration network \"" + name + "\" does not exist"));
    }

    /// The pools with a subnet and a gateway, which are nobody else's.
    private List<AddressPool> complete(String what, List<AddressPool> pools) {
        var taken = store.all().stream()
                .filter(network -> !network.spec().configOnly())
                .flatMap(network -> network.pools().stream())
                .flatMap(pool -> pool.subnet().stream())
                .map(Subnet::parse)
                .toList();
        if (pools.isEmpty()) {
            var free = IntStream.range(18, 32)
                    .mapToObj(i -> Subnet.parse("172." + i + ".0.0/16"))
                    .filter(subnet -> taken.stream().noneMatch(subnet::overlaps))
                    .findFirst()
                    .orElseThrow(() -> Oops.failed(what, "could not find an available, non-overlapping IPv4 address pool"));
            return List.of(NetworkStore.pool(free.toString(), free.address(1)));
        }
        var complete = new ArrayList<AddressPool>();
        for (var pool : pools) {
            var subnet = Subnet.parse(pool.subnet().orElseThrow());
            if (taken.stream().anyMatch(subnet::overlaps)) {
                throw Oops.denied(what, "pool overlaps with other one on this address space");
            }
            String gateway = pool.gateway().orElse(subnet.address(1));
            complete.add(new AddressPool(pool.subnet(), pool.range(), Optional.of(gateway), pool.reserved()));
        }
        return complete;
    }

    @Override
    public void connect(ContainerRef reference, EndpointSpec endpoint) {
        String what = "connect container " + reference + " to network " + endpoint.network();
        client.run(what, () -> {
            var container = world.resolve(what, reference);
            var network = store.resolve(what, endpoint.network());
            if (network.driver().equals("host") || container.endpoints.containsKey("host")) {
                throw Oops.denied(what, "container cannot be disconnected from host network or connected to host network");
            }
            checkAddress(what, network, endpoint);
            if (!network.isUserDefined() && !endpoint.aliases().isEmpty()) {
                throw Oops.denied(what, "network-scoped alias is supported only for containers in user defined networks");
            }
            container.endpoints.remove("none");
            if (!container.isRunning()) {
                container.endpoints.put(network.name(), FakeEndpoint.of(endpoint));
                return;
            }
            if (NetworkStore.endpoint(container, network).isPresent()) {
                throw Oops.denied(what, "endpoint with name " + container.name + " already exists in network " + network.name());
            }
            container.endpoints.put(network.name(), store.joined(what, network, endpoint));
            store.event(network, "connect", container);
        });
    }

    private static void checkAddress(String what, FakeNetwork network, EndpointSpec endpoint) {
        if (endpoint.ipv4Address().isEmpty()) return;
        if (!network.isUserDefined()) throw Oops.invalid(what, "user specified IP address is supported on user defined networks only");
        boolean configured = !network.spec().pools().isEmpty();
        if (!configured) {
            throw Oops.invalid(
                    what, "user specified IP address is supported only when connecting to networks with user configured subnets");
        }
    }

    @Override
    public void disconnect(NetworkRef reference, ContainerRef container, boolean force) {
        String what = "disconnect container " + container + " from network " + reference;
        client.run(what, () -> {
            var network = store.resolve(what, reference.text());
            var found = world.resolve(what, container);
            if (network.driver().equals("host")) {
                throw Oops.denied(what, "container cannot be disconnected from host network or connected to host network");
            }
            if (found.endpoints.remove(network.name()) == null) {
                throw Oops.denied(what, "container " + found.id + " is not connected to the network " + network.name());
            }
            if (found.isRunning()) store.event(network, "disconnect", found);
        });
    }

    @Override
    public void remove(NetworkRef reference) {
        String what = "remove network " + reference;
        client.run(what, () -> {
            var network = store.resolve(what, reference.text());
            if (network.builtin()) throw Oops.denied(what, network.name() + " is a pre-defined network and cannot be removed");
            if (isConfigurationInUse(network)) throw Oops.denied(what, "configuration network \"" + network.name() + "\" is in use");
            if (!store.members(network).isEmpty()) {
                throw Oops.denied(what, "network " + network.name() + " id " + network.id() + " has active endpoints");
            }
            store.remove(network);
        });
    }

    private boolean isConfigurationInUse(FakeNetwork network) {
        return store.all().stream().anyMatch(other -> other.spec().configFrom().filter(network.name()::equals).isPresent());
    }

    @Override
    public List<String> prune(Filters filters) {
        String what = "prune networks";
        return client.call(what, () -> {
            Labels.checkPrune(what, filters);
            var idle = store.all().stream()
                    .filter(network -> !network.builtin() && !network.spec().configOnly())
                    .filter(network -> store.members(network).isEmpty())
                    .filter(network -> Labels.pruned(what, filters, network.spec().labels(), network.created(), world.now()))
                    .toList();
            idle.forEach(store::remove);
            world.events.add("network", "prune", "", Map.of("reclaimed", "0"));
            return idle.stream().map(FakeNetwork::name).toList();
        });
    }
}
