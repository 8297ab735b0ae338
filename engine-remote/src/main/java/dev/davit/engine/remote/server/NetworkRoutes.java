package dev.davit.engine.remote.server;

import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.ListDocuments;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.network.NetworkSpec;
import dev.davit.engine.network.NetworkView;
import dev.davit.engine.network.Networks;
import java.io.IOException;

/// The networks that containers join: `/networks`.
final class NetworkRoutes {
    private final Networks networks;

    NetworkRoutes(Networks networks) {
        this.networks = networks;
    }

    void into(Router router) {
        router.on("GET", "/networks", this::list)
                .on("GET", "/networks/{id}", this::inspect)
                .on("POST", "/networks/create", this::create)
                .on("POST", "/networks/prune", this::prune)
                .on("POST", "/networks/{id}/connect", this::connect)
                .on("POST", "/networks/{id}/disconnect", this::disconnect)
                .on("DELETE", "/networks/{id}", this::remove);
    }

    private static NetworkRef network(Call call) {
        return new NetworkRef(call.name("id"));
    }

    private void list(Call call) throws IOException {
        call.answer(networks.list(new NetworkQuery(call.filters())).stream().map(ListDocuments::of).toList());
    }

    private void inspect(Call call) throws IOException {
        var view = new NetworkView(call.flag("verbose"), call.optional("scope"));
        call.answer(networks.inspect(network(call), view).document());
    }

    private void create(Call call) throws IOException {
        var created = networks.create(spec(call.members("network")));
        call.answer(201, JsonObject.builder().put("Id", created.id()).put("Warning", created.warning()).build());
    }

    private static NetworkSpec spec(Members document) {
        var addresses = document.object("IPAM");
        return NetworkSpec.of(document.string("Name"), draft -> {
            draft.driver = document.text("Driver").orElse(draft.driver);
            draft.options = document.map("Options");
            draft.labels = document.map("Labels");
            draft.internal = document.flag("Internal");
            draft.attachable = document.flag("Attachable");
            draft.ingress = document.flag("Ingress");
            draft.configOnly = document.flag("ConfigOnly");
            draft.configFrom = document.object("ConfigFrom").text("Network");
            draft.scope = document.text("Scope");
            draft.ipv4 = document.told("EnableIPv4");
            draft.ipv6 = document.told("EnableIPv6");
            draft.addressDriver = addresses.text("Driver").orElse(draft.addressDriver);
            draft.addressOptions = addresses.map("Options");
            draft.pools = addresses.each("Config", NetworkRoutes::pool);
        });
    }

    private static AddressPool pool(Members pool) {
        return new AddressPool(
                pool.text("Subnet"),
                pool.text("IPRange"),
                pool.text("Gateway"),
                pool.map("AuxiliaryAddresses"));
    }

    private void connect(Call call) throws IOException {
        var document = call.members("request");
        networks.connect(new ContainerRef(document.string("Container")), NetworkReader.endpoint(call.name("id"), document.object("EndpointConfig")));
        call.answer(200);
    }

    private void disconnect(Call call) throws IOException {
        var document = call.members("request");
        networks.disconnect(network(call), new ContainerRef(document.string("Container")), document.flag("Force"));
        call.answer(200);
    }

    private void remove(Call call) throws IOException {
        networks.remove(network(call));
        call.answer(204);
    }

    private void prune(Call call) throws IOException {
        var removed = networks.prune(call.filters());
        Json names = removed.isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(removed);
        call.answer(JsonObject.builder().put("NetworksDeleted", names).build());
    }
}
