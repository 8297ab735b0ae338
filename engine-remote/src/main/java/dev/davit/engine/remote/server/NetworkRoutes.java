package dev.davit.engine.remote.server;

import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.EndpointSpec;
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
        var created = networks.create(spec(call.document()));
        call.answer(201, JsonObject.builder().put("Id", created.id()).put("Warning", created.warning()).build());
    }

    private static NetworkSpec spec(JsonObject document) {
        var addresses = document.object("IPAM");
        return NetworkSpec.of(document.string("Name"), draft -> {
            draft.driver = Strings.given(document, "Driver").orElse(draft.driver);
            draft.options = Strings.map(document, "Options");
            draft.labels = Strings.map(document, "Labels");
            draft.internal = document.flag("Internal");
            draft.attachable = document.flag("Attachable");
            draft.ingress = document.flag("Ingress");
            draft.configOnly = document.flag("ConfigOnly");
            draft.configFrom = Strings.given(document.object("ConfigFrom"), "Network");
            draft.scope = Strings.given(document, "Scope");
            draft.ipv4 = Strings.told(document, "EnableIPv4");
            draft.ipv6 = Strings.told(document, "EnableIPv6");
            draft.addressDriver = Strings.given(addresses, "Driver").orElse(draft.addressDriver);
            draft.addressOptions = Strings.map(addresses, "Options");
            draft.pools = addresses.array("Config").objects().stream().map(NetworkRoutes::pool).toList();
        });
    }

    private static AddressPool pool(JsonObject pool) {
        return new AddressPool(
                Strings.given(pool, "Subnet"),
                Strings.given(pool, "IPRange"),
                Strings.given(pool, "Gateway"),
                Strings.map(pool, "AuxiliaryAddresses"));
    }

    private void connect(Call call) throws IOException {
        var document = call.document();
        networks.connect(new ContainerRef(document.string("Container")), endpoint(call.name("id"), document.object("EndpointConfig")));
        call.answer(200);
    }

    /// How a container joins a network, from `EndpointSettings`.
    static EndpointSpec endpoint(String network, JsonObject settings) {
        var addresses = settings.object("IPAMConfig");
        return new EndpointSpec(
                network,
                settings.array("Aliases").strings(),
                Strings.given(addresses, "IPv4Address"),
                Strings.given(addresses, "IPv6Address"),
                addresses.array("LinkLocalIPs").strings(),
                Strings.given(settings, "MacAddress"),
                settings.array("Links").strings(),
                Strings.map(settings, "DriverOpts"),
                (int) settings.integer("GwPriority"));
    }

    private void disconnect(Call call) throws IOException {
        var document = call.document();
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
