package dev.davit.engine.remote;

import static dev.davit.engine.remote.WireJson.map;
import static dev.davit.engine.remote.WireJson.text;

import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.JsonStyle;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.CreatedNetwork;
import dev.davit.engine.network.NetworkDetails;
import dev.davit.engine.network.NetworkDetails.Member;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.network.NetworkSummary;
import dev.davit.engine.network.NetworkView;
import dev.davit.engine.network.Networks;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.wire.NetworkDocument;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// `/networks`, raw over the socket: docker-java has no scope, no IPv4 switch and no configuration networks.
final class RemoteNetworks implements Networks {
    private final Daemon daemon;

    RemoteNetworks(Daemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public List<NetworkSummary> list(NetworkQuery query) {
        String what = "list networks";
        String text = daemon.get(what, Query.of("/networks").filters(query.filters()));
        return WireJson.readItems(NetworkDocument.class, text, what, (item, own) -> summary(item, daemon.dockers(own)));
    }

    private static NetworkSummary summary(NetworkDocument document, Optional<Document> own) {
        return new NetworkSummary(
                document.id(),
                text(document.name()),
                text(document.driver()),
                text(document.scope()),
                WireJson.time(document.created()),
                document.enableIpv4(),
                document.enableIpv6(),
                document.internal(),
                map(document.labels()),
                own);
    }

    @Override
    public NetworkDetails inspect(NetworkRef network, NetworkView view) {
        String what = "inspect network " + network;
        var target = Query.of("/networks/", network.text()).with("scope", view.scope());
        if (view.verbose()) target.with("verbose", "true");
        String text = daemon.get(what, target);
        var document = WireJson.read(NetworkDocument.class, text, what);
        var ipam = document.ipam();
        return new NetworkDetails(
                summary(document, daemon.dockers(new Document(text))),
                document.attachable(),
                document.ingress(),
                document.configOnly(),
                ipam == null ? List.of() : WireJson.list(ipam.config()).stream().map(RemoteNetworks::pool).toList(),
                map(document.options()),
                // Endpoints of no container stand there too, as `ep-…` and `lb-…`.
                new TreeMap<>(map(document.containers())).entrySet().stream()
                        .filter(entry -> entry.getKey().indexOf('-') < 0)
                        .map(entry -> member(entry.getKey(), entry.getValue()))
                        .toList(),
                new Document(text));
    }

    private static AddressPool pool(NetworkDocument.Pool pool) {
        return new AddressPool(
                given(text(pool.subnet())), given(text(pool.ipRange())), given(text(pool.gateway())), map(pool.auxiliaryAddresses()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static Member member(String id, NetworkDocument.Member member) {
        return new Member(
                new ContainerId(id), text(member.name()), text(member.ipv4Address()), text(member.ipv6Address()), text(member.macAddress()));
    }

    @Override
    public CreatedNetwork create(NetworkSpec spec) {
        String what = "create network " + spec.name();
        if (spec.ipv4().isPresent()) Requests.need(what, daemon.version(), 47, "a word about IPv4");
        String answer = daemon.text(what, "POST", Query.of("/networks/create"), Body.json(document(spec).text(JsonStyle.WIRE)));
        var created = WireJson.object(answer, what);
        if (created.string("Id").isEmpty()) throw new EngineException.Failed("cannot " + what + ": the daemon named no id");
        return new CreatedNetwork(created.string("Id"), created.string("Warning"));
    }

    /// As docker sends it: what is inspected later then looks the same, whoever made the network.
    private static JsonObject document(NetworkSpec spec) {
        var document = JsonObject.builder()
                .put("Name", spec.name())
                .put("CheckDuplicate", true)
                .put("Driver", spec.driver())
                .put("Internal", spec.internal())
                .put("Attachable", spec.attachable())
                .put("Ingress", spec.ingress())
                .put("ConfigOnly", spec.configOnly())
                .put("Scope", spec.scope().orElse(""))
                .put("Options", spec.options())
                .put("Labels", spec.labels())
                .put("IPAM", (Json) JsonObject.builder()
                        .put("Driver", spec.addressDriver())
                        .put("Options", spec.addressOptions())
                        .put("Config", new JsonArray(spec.pools().stream().map(RemoteNetworks::document).toList()))
                        .build());
        spec.configFrom().ifPresent(from ->
                document.put("ConfigFrom", (Json) JsonObject.builder().put("Network", from).build()));
        spec.ipv4().ifPresent(on -> document.put("EnableIPv4", on));
        spec.ipv6().ifPresent(on -> document.put("EnableIPv6", on));
        return document.build();
    }

    private static Json document(AddressPool pool) {
        var document = JsonObject.builder();
        pool.subnet().ifPresent(subnet -> document.put("Subnet", subnet));
        pool.range().ifPresent(range -> document.put("IPRange", range));
        pool.gateway().ifPresent(gateway -> document.put("Gateway", gateway));
        if (!pool.reserved().isEmpty()) document.put("AuxiliaryAddresses", pool.reserved());
        return document.build();
    }

    @Override
    public void connect(ContainerRef container, EndpointSpec endpoint) {
        String what = "connect container " + container + " to network " + endpoint.network();
        // A daemon takes any name for a container that does not run, which then never starts.
        daemon.get(what, Query.of("/networks/", endpoint.network()));
        var body = JsonObject.builder()
                .put("Container", container.text())
                .put("EndpointConfig", (Json) CreateDocument.endpoint(what, endpoint, daemon.version()))
                .build();
        send(what, Query.of("/networks/", endpoint.network(), "/connect"), body);
    }

    @Override
    public void disconnect(NetworkRef network, ContainerRef container, boolean force) {
        String what = "disconnect container " + container + " from network " + network;
        var body = JsonObject.builder().put("Container", container.text()).put("Force", force).build();
        send(what, Query.of("/networks/", network.text(), "/disconnect"), body);
    }

    private void send(String what, Query target, JsonObject body) {
        daemon.text(what, "POST", target, Body.json(body.text(JsonStyle.WIRE)));
    }

    @Override
    public void remove(NetworkRef network) {
        daemon.text("remove network " + network, "DELETE", Query.of("/networks/", network.text()), Body.NONE);
    }

    @Override
    public List<String> prune(Filters filters) {
        String what = "prune networks";
        String answer = daemon.text(what, "POST", Query.of("/networks/prune").filters(filters), Body.NONE);
        return WireJson.object(answer, what).array("NetworksDeleted").strings();
    }
}
