package dev.davit.engine.fake;

import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkDetails;
import dev.davit.engine.network.NetworkDetails.Member;
import dev.davit.engine.network.NetworkSummary;
import java.util.List;
import java.util.Optional;

/// A network as the values that callers see.
final class NetworkViews {
    private NetworkViews() {}

    static NetworkSummary summary(FakeNetwork network) {
        var spec = network.spec();
        return new NetworkSummary(
                network.id(), network.name(), network.driver(), "local", Optional.of(network.created()), true,
                spec.ipv6().orElse(false), spec.internal(), spec.labels());
    }

    static NetworkDetails details(FakeNetwork network, List<FakeContainer> running) {
        var spec = network.spec();
        var members = running.stream().map(container -> member(network, container)).toList();
        return new NetworkDetails(
                summary(network), spec.attachable(), false, spec.configOnly(), network.pools(), spec.options(), members,
                new Document(document(network, members).text()));
    }

    private static Member member(FakeNetwork network, FakeContainer container) {
        var endpoint = NetworkStore.endpoint(container, network).orElseThrow();
        String address = endpoint.address().map(ip -> ip + "/" + network.subnet().orElseThrow().prefix()).orElse("");
        return new Member(container.id, container.name, address, "", endpoint.macAddress());
    }

    private static JsonObject document(FakeNetwork network, List<Member> members) {
        var spec = network.spec();
        var containers = JsonObject.builder();
        for (var member : members) {
            containers.put(member.container().value(), (Json) JsonObject.builder()
                    .put("Name", member.name())
                    .put("MacAddress", member.macAddress())
                    .put("IPv4Address", member.ipv4Address())
                    .put("IPv6Address", member.ipv6Address())
                    .build());
        }
        return JsonObject.builder()
                .put("Name", network.name())
                .put("Id", network.id())
                .put("Created", network.created().toString())
                .put("Scope", "local")
                .put("Driver", network.driver())
                .put("EnableIPv6", spec.ipv6().orElse(false))
                .put("IPAM", (Json) JsonObject.builder()
                        .put("Driver", spec.addressDriver())
                        .put("Options", spec.addressOptions())
                        .put("Config", new JsonArray(network.pools().stream().map(NetworkViews::pool).toList()))
                        .build())
                .put("Internal", spec.internal())
                .put("Attachable", spec.attachable())
                .put("Ingress", false)
                .put("ConfigFrom", (Json) JsonObject.builder().put("Network", spec.configFrom().orElse("")).build())
                .put("ConfigOnly", spec.configOnly())
                .put("Containers", (Json) containers.build())
                .put("Options", spec.options())
                .put("Labels", spec.labels())
                .build();
    }

    private static Json pool(AddressPool pool) {
        var document = JsonObject.builder();
        pool.subnet().ifPresent(subnet -> document.put("Subnet", subnet));
        pool.range().ifPresent(range -> document.put("IPRange", range));
        pool.gateway().ifPresent(gateway -> document.put("Gateway", gateway));
        if (!pool.reserved().isEmpty()) document.put("AuxiliaryAddresses", pool.reserved());
        return document.build();
    }
}
