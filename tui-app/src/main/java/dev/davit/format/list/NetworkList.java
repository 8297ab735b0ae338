package dev.davit.format.list;

import dev.davit.engine.network.NetworkSummary;
import dev.davit.format.NaturalOrder;
import dev.davit.format.Times;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// `davit network ls`.
public final class NetworkList {
    private static final String TYPE = "*formatter.networkContext";
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("ID", "NETWORK ID"),
            Map.entry("Name", "NAME"),
            Map.entry("Driver", "DRIVER"),
            Map.entry("Scope", "SCOPE"),
            Map.entry("IPv4", "IPV4"),
            Map.entry("IPv6", "IPV6"),
            Map.entry("Internal", "INTERNAL"),
            Map.entry("Labels", "LABELS"),
            Map.entry("CreatedAt", "CREATED AT"));
    private static final String TABLE = "{{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}";
    private static final String RAW =
            "network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n";

    private final Listing listing;
    private final boolean truncate;

    public NetworkList(String format, boolean quiet, boolean truncate) {
        this.listing = Listing.of(new Listing.Kind(TITLES, TABLE, "{{.ID}}", RAW), format, quiet);
        this.truncate = truncate;
    }

    /// The whole list, in docker's order.
    public String print(List<NetworkSummary> networks) {
        return listing.print(networks.stream()
                .sorted(Comparator.comparing(NetworkSummary::name, NaturalOrder.OF_NAMES))
                .map(this::row)
                .toList());
    }

    private Row row(NetworkSummary network) {
        return new Row(TYPE)
                .text("ID", () -> truncate ? ContainerList.shortId(network.id()) : network.id())
                .text("Name", network::name)
                .text("Driver", network::driver)
                .text("Scope", network::scope)
                .text("IPv4", () -> Boolean.toString(network.ipv4()))
                .text("IPv6", () -> Boolean.toString(network.ipv6()))
                .text("Internal", () -> Boolean.toString(network.internal()))
                .text("Labels", () -> ContainerList.labels(network.labels()))
                .text("CreatedAt", () -> network.created()
                        .map(time -> Times.goString(time, ZoneOffset.UTC))
                        .orElse("0001-01-01 00:00:00 +0000 UTC"))
                .labels(network.labels());
    }
}
