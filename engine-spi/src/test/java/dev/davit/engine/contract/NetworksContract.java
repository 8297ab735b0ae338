package dev.davit.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkDetails.Member;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.network.NetworkSummary;
import dev.davit.engine.network.NetworkView;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Networks, from their making to their end, and containers that join and leave them.
@Needs(Feature.NETWORKS)
public abstract class NetworksContract extends EngineContract {
    private static final String SUBNET = "10.213.7.0/24";

    private NetworkRef network() {
        return createNetwork(NetworkSpec.of(freshName()));
    }

    private NetworkRef labelled(String key, String value) {
        return createNetwork(NetworkSpec.of(freshName(), draft -> draft.labels = Map.of(key, value)));
    }

    private static NetworkSpec pooled(String name, AddressPool pool) {
        return NetworkSpec.of(name, draft -> draft.pools = List.of(pool));
    }

    private List<String> names(Filters filters) {
        return engine().networks().list(new NetworkQuery(filters)).stream().map(NetworkSummary::name).toList();
    }

    private ContainerSpec on(NetworkRef network, String... command) {
        return spec(command).with(spec -> spec.network =
                spec.network.with(settings -> settings.mode = Optional.of(network.text())));
    }

    private List<String> networks(ContainerRef container) {
        return inspect(container).networks().stream().map(NetworkAttachment::network).toList();
    }

    private static EndpointSpec endpoint(NetworkRef network, List<String> aliases, Optional<String> address) {
        return new EndpointSpec(
                network.text(), aliases, address, Optional.empty(), List.of(), Optional.empty(), List.of(), Map.of(), 0);
    }

    private void connect(ContainerRef container, NetworkRef network) {
        engine().networks().connect(container, EndpointSpec.of(network.text()));
    }

    private static String connecting(ContainerRef container, NetworkRef network) {
        return "connect container " + container + " to network " + network;
    }

    private static String disconnecting(ContainerRef container, NetworkRef network) {
        return "disconnect container " + container + " from network " + network;
    }

    private void assertGone(NetworkRef network) {
        refused(EngineException.NotFound.class, "inspect network " + network, () -> engine().networks().inspect(network));
    }

    private Feed<Event> events(String network) {
        return engine().telemetry().events(EventQuery.live().with(Filters.of("type", "network").and("network", network)));
    }

    /// Asserts that this specification is refused and that nothing of it stays.
    private void refusedToCreate(Class<? extends EngineException> kind, NetworkSpec spec) {
        refused(kind, "create network " + spec.name(), () -> createNetwork(spec));
        assertThat(names(Filters.of("name", spec.name()))).isEmpty();
    }

    @Test
    void some_are_there_from_the_start() {
        assertThat(names(Filters.of("type", "builtin"))).contains("bridge", "host", "none");
    }

    @Test
    void a_new_network_is_as_it_was_specified() {
        var before = Instant.now().minusSeconds(2);
        var network = createNetwork(NetworkSpec.of(freshName(), draft -> {
            draft.labels = Map.of("color", "red");
            draft.internal = true;
            draft.attachable = true;
        }));
        var details = engine().networks().inspect(network);
        assertThat(details.summary().name()).isEqualTo(network.text());
        assertThat(details.summary().driver()).isEqualTo("bridge");
        assertThat(details.summary().scope()).isEqualTo("local");
        assertThat(details.summary().internal()).isTrue();
        assertThat(details.summary().labels()).containsExactly(Map.entry("color", "red"));
        assertThat(details.summary().created().orElseThrow()).isBetween(before, Instant.now());
        assertThat(details.attachable()).isTrue();
        assertThat(details.configOnly()).isFalse();
        assertThat(details.members()).isEmpty();
        assertThat(details.document().json()).contains(details.summary().id());
    }

    @Test
    void the_engine_chooses_addresses_where_none_were_said() {
        var pools = engine().networks().inspect(network()).pools();
        assertThat(pools).singleElement().satisfies(pool -> assertThat(pool.subnet()).isPresent());
    }

    @Test
    void addresses_that_were_said_are_kept() {
        var pool = new AddressPool(Optional.of(SUBNET), Optional.of("10.213.7.128/25"), Optional.of("10.213.7.9"), Map.of("router", "10.213.7.10"));
        var network = createNetwork(pooled(freshName(), pool));
        assertThat(engine().networks().inspect(network).pools()).containsExactly(pool);
    }

    @Test
    void creating_tells_the_id() {
        String name = freshName();
        String id = engine().networks().create(NetworkSpec.of(name)).id();
        afterwards(() -> engine().networks().remove(new NetworkRef(id)));
        assertThat(engine().networks().inspect(new NetworkRef(name)).summary().id()).isEqualTo(id);
    }

    @Test
    void a_network_is_meant_by_name_id_and_the_beginning_of_its_id() {
        var network = network();
        String id = engine().networks().inspect(network).summary().id();
        for (String text : List.of(id, id.substring(0, 12))) {
            assertThat(engine().networks().inspect(new NetworkRef(text)).summary().name()).isEqualTo(network.text());
        }
    }

    @Test
    void one_that_does_not_exist_is_not_inspected() {
        assertGone(new NetworkRef(freshName()));
    }

    @Test
    void one_of_another_scope_is_not_found() {
        var network = network();
        refused(EngineException.NotFound.class, "inspect network " + network, () ->
                engine().networks().inspect(network, new NetworkView(false, Optional.of("swarm"))));
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        var network = network();
        refused(EngineException.Conflict.class, "create network " + network, () -> engine().networks().create(NetworkSpec.of(network.text())));
        assertThat(names(Filters.of("name", network.text()))).containsExactly(network.text());
    }

    @Test
    void a_name_from_the_start_is_refused() {
        for (String name : List.of("bridge", "host", "none")) {
            refused(EngineException.Denied.class, "create network " + name, () -> engine().networks().create(NetworkSpec.of(name)));
        }
    }

    @Test
    void an_unknown_driver_is_refused() {
        refusedToCreate(EngineException.NotFound.class, NetworkSpec.of(freshName(), draft -> draft.driver = "nosuchdriver"));
    }

    @Test
    void a_subnet_that_is_none_is_refused() {
        refusedToCreate(EngineException.Invalid.class, pooled(freshName(), AddressPool.of("10.213.7.0/99")));
        refusedToCreate(EngineException.Invalid.class, pooled(freshName(), AddressPool.of("nonsense")));
    }

    @Test
    void a_gateway_outside_of_its_subnet_is_refused() {
        refusedToCreate(
                EngineException.Invalid.class,
                pooled(freshName(), new AddressPool(Optional.of(SUBNET), Optional.empty(), Optional.of("10.99.0.1"), Map.of())));
    }

    @Test
    void addresses_of_another_network_are_refused() {
        createNetwork(pooled(freshName(), AddressPool.of(SUBNET)));
        refusedToCreate(EngineException.Denied.class, pooled(freshName(), AddressPool.of("10.213.0.0/16")));
    }

    @Test
    void addresses_are_free_again_after_the_network() {
        var first = createNetwork(pooled(freshName(), AddressPool.of(SUBNET)));
        engine().networks().remove(first);
        var second = createNetwork(pooled(freshName(), AddressPool.of(SUBNET)));
        assertThat(engine().networks().inspect(second).pools().getFirst().subnet()).contains(SUBNET);
    }

    @Test
    void a_configuration_is_taken_over_by_networks_made_from_it() {
        var configuration = createNetwork(NetworkSpec.of(freshName(), draft -> {
            draft.configOnly = true;
            draft.pools = List.of(AddressPool.of(SUBNET));
        }));
        assertThat(engine().networks().inspect(configuration).configOnly()).isTrue();
        var network = createNetwork(NetworkSpec.of(freshName(), draft -> draft.configFrom = Optional.of(configuration.text())));
        assertThat(engine().networks().inspect(network).pools().getFirst().subnet()).contains(SUBNET);
        refused(EngineException.Denied.class, "remove network " + configuration, () -> engine().networks().remove(configuration));
    }

    @Test
    void a_configuration_that_does_not_exist_is_refused() {
        refusedToCreate(EngineException.NotFound.class, NetworkSpec.of(freshName(), draft -> draft.configFrom = Optional.of("nosuch")));
    }

    @Test
    void a_filter_on_the_name_takes_a_part_of_it() {
        var network = createNetwork(NetworkSpec.of(freshName() + "-part-end"));
        assertThat(names(Filters.of("name", network.text().replace("-end", "")))).containsExactly(network.text());
    }

    @Test
    void a_filter_on_the_id_takes_a_part_of_it() {
        var network = network();
        String id = engine().networks().inspect(network).summary().id();
        assertThat(names(Filters.of("id", id.substring(0, 20)))).containsExactly(network.text());
    }

    @Test
    void a_filter_on_a_label_takes_its_name_or_its_value_too() {
        String key = freshName();
        var red = labelled(key, "red");
        var blue = labelled(key, "blue");
        assertThat(names(Filters.of("label", key))).containsExactlyInAnyOrder(red.text(), blue.text());
        assertThat(names(Filters.of("label", key + "=blue"))).containsExactly(blue.text());
        assertThat(names(Filters.of("label", key + "=green"))).isEmpty();
    }

    @Test
    void filters_on_driver_scope_and_type_must_all_hold() {
        var network = network();
        var mine = Filters.of("name", network.text());
        assertThat(names(mine.and("driver", "bridge").and("scope", "local").and("type", "custom"))).containsExactly(network.text());
        assertThat(names(mine.and("driver", "host"))).isEmpty();
        assertThat(names(mine.and("scope", "swarm"))).isEmpty();
        assertThat(names(mine.and("type", "builtin"))).isEmpty();
    }

    /// Daemons differ on those in use.
    @Test
    void a_network_without_containers_dangles_and_one_from_the_start_does_not() {
        var network = network();
        var mine = Filters.of("name", network.text());
        assertThat(names(mine.and("dangling", "true"))).containsExactly(network.text());
        assertThat(names(mine.and("dangling", "false"))).isEmpty();
        assertThat(names(Filters.of("dangling", "true"))).doesNotContain("bridge", "host", "none");
    }

    @Test
    void a_filter_that_cannot_be_is_refused() {
        refused(EngineException.Invalid.class, "list networks", () -> names(Filters.of("nosuch", "1")));
        refused(EngineException.Invalid.class, "list networks", () -> names(Filters.of("type", "nosuch")));
        refused(EngineException.Invalid.class, "list networks", () -> names(Filters.of("dangling", "maybe")));
    }

    @Test
    void a_running_container_is_a_member_with_its_address() {
        var network = createNetwork(pooled(freshName(), AddressPool.of(SUBNET)));
        var container = run(on(network, "sleep", "1000"));
        assertThat(engine().networks().inspect(network).members()).singleElement().satisfies(member -> {
            assertThat(member.container()).isEqualTo(id(container));
            assertThat(member.name()).isEqualTo(container.text());
            assertThat(member.ipv4Address()).startsWith("10.213.7.").endsWith("/24");
            assertThat(member.macAddress()).isNotEmpty();
        });
        engine().containers().stop(container, StopOptions.within(Duration.ZERO));
        assertThat(engine().networks().inspect(network).members()).isEmpty();
    }

    @Test
    void a_running_container_is_connected_with_the_address_that_was_asked_for() {
        var first = network();
        var second = createNetwork(pooled(freshName(), AddressPool.of(SUBNET)));
        var container = run(on(first, "sleep", "1000"));
        engine().networks().connect(container, endpoint(second, List.of("alias"), Optional.of("10.213.7.77")));
        assertThat(networks(container)).containsExactlyInAnyOrder(first.text(), second.text());
        assertThat(engine().networks().inspect(second).members()).extracting(Member::ipv4Address).containsExactly("10.213.7.77/24");
    }

    @Test
    void connecting_a_running_container_twice_is_refused() {
        var network = network();
        var container = run(on(network, "sleep", "1000"));
        refused(EngineException.Denied.class, connecting(container, network), () -> connect(container, network));
        assertThat(networks(container)).containsExactly(network.text());
    }

    @Test
    void a_container_that_does_not_run_joins_when_it_starts() {
        var first = network();
        var second = network();
        var container = create(on(first, "sleep", "1000"));
        connect(container, second);
        assertThat(networks(container)).containsExactlyInAnyOrder(first.text(), second.text());
        assertThat(engine().networks().inspect(second).members()).isEmpty();
        engine().containers().start(container);
        assertThat(engine().networks().inspect(second).members()).extracting(Member::name).containsExactly(container.text());
    }

    @Test
    void an_address_of_an_unconfigured_network_cannot_be_asked_for() {
        var first = network();
        var second = network();
        var container = create(on(first, "true"));
        refused(EngineException.Invalid.class, connecting(container, second), () ->
                engine().networks().connect(container, endpoint(second, List.of(), Optional.of("10.213.7.77"))));
        assertThat(networks(container)).containsExactly(first.text());
    }

    @Test
    void an_address_that_is_taken_is_refused() {
        var first = network();
        var second = createNetwork(pooled(freshName(), AddressPool.of(SUBNET)));
        var container = run(on(first, "sleep", "1000"));
        refused(EngineException.Denied.class, connecting(container, second), () ->
                engine().networks().connect(container, endpoint(second, List.of(), Optional.of("10.213.7.1"))));
        assertThat(engine().networks().inspect(second).members()).isEmpty();
    }

    @Test
    void what_does_not_exist_is_not_connected() {
        var network = network();
        var nobody = new ContainerRef(freshName());
        refused(EngineException.NotFound.class, connecting(nobody, network), () -> connect(nobody, network));
        var container = create(on(network, "true"));
        var nothing = new NetworkRef(freshName());
        refused(EngineException.NotFound.class, connecting(container, nothing), () -> connect(container, nothing));
    }

    @Test
    void a_disconnected_container_has_left() {
        var network = network();
        var container = run(on(network, "sleep", "1000"));
        engine().networks().disconnect(network, container, false);
        assertThat(networks(container)).isEmpty();
        assertThat(engine().networks().inspect(network).members()).isEmpty();
        refused(EngineException.Denied.class, disconnecting(container, network), () ->
                engine().networks().disconnect(network, container, false));
        connect(container, network);
        assertThat(networks(container)).containsExactly(network.text());
    }

    @Test
    void a_running_container_is_disconnected_by_force() {
        var network = network();
        var container = run(on(network, "sleep", "1000"));
        engine().networks().disconnect(network, container, true);
        assertThat(engine().networks().inspect(network).members()).isEmpty();
        assertThat(inspect(container).state().canStop()).isTrue();
    }

    @Test
    void a_container_that_does_not_run_is_disconnected() {
        var network = network();
        var container = create(on(network, "true"));
        engine().networks().disconnect(network, container, false);
        assertThat(networks(container)).isEmpty();
    }

    @Test
    void what_does_not_exist_is_not_disconnected() {
        var network = network();
        var nobody = new ContainerRef(freshName());
        var nothing = new NetworkRef(freshName());
        refused(EngineException.NotFound.class, disconnecting(nobody, network), () -> engine().networks().disconnect(network, nobody, false));
        refused(EngineException.NotFound.class, disconnecting(nobody, network), () -> engine().networks().disconnect(network, nobody, true));
        refused(EngineException.NotFound.class, disconnecting(nobody, nothing), () -> engine().networks().disconnect(nothing, nobody, false));
    }

    @Test
    void a_removed_network_is_gone() {
        var network = network();
        engine().networks().remove(network);
        assertGone(network);
        refused(EngineException.NotFound.class, "remove network " + network, () -> engine().networks().remove(network));
    }

    @Test
    void one_from_the_start_is_not_removed() {
        refused(EngineException.Denied.class, "remove network bridge", () -> engine().networks().remove(new NetworkRef("bridge")));
    }

    @Test
    void one_on_which_a_container_runs_is_not_removed() {
        var network = network();
        var container = run(on(network, "sleep", "1000"));
        refused(EngineException.Denied.class, "remove network " + network, () -> engine().networks().remove(network));
        engine().containers().remove(container, RemoveOptions.FORCE);
        engine().networks().remove(network);
        assertGone(network);
    }

    @Test
    void a_container_whose_network_is_gone_does_not_start() {
        var network = network();
        var container = create(on(network, "true"));
        engine().networks().remove(network);
        refused(EngineException.NotFound.class, "start container " + container, () -> engine().containers().start(container));
    }

    @Test
    void making_and_removing_are_told() {
        String name = freshName();
        try (var events = events(name)) {
            var network = createNetwork(NetworkSpec.of(name));
            String id = engine().networks().inspect(network).summary().id();
            engine().networks().remove(network);
            var all = events.iterator();
            var made = all.next();
            assertThat(made.action()).isEqualTo("create");
            assertThat(made.actorId()).isEqualTo(id);
            assertThat(made.attributes()).containsEntry("name", name).containsEntry("type", "bridge");
            assertThat(all.next().action()).isEqualTo("destroy");
        }
    }

    @Test
    void joining_and_leaving_are_told_with_the_container() {
        var network = network();
        var container = create(on(network, "sleep", "1000"));
        String id = id(container).value();
        try (var events = events(network.text())) {
            engine().containers().start(container);
            engine().networks().disconnect(network, container, false);
            connect(container, network);
            // Some engines tell more than once of a container that leaves.
            var all = events.iterator();
            var told = new ArrayList<String>();
            while (Collections.frequency(told, "connect") < 2) {
                var event = all.next();
                told.add(event.action());
                assertThat(event.attributes()).containsEntry("container", id).containsEntry("name", network.text());
            }
            assertThat(told.stream().distinct()).containsExactly("connect", "disconnect");
            assertThat(told.getLast()).isEqualTo("connect");
        }
    }
}
