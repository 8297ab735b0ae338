package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.PortBinding;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Flags about a container's network.
public final class NetworkFlags {
    static final Flag<List<String>> ADD_HOST = Flag.texts("add-host", "One more line of /etc/hosts: NAME:ADDRESS");
    static final Flag<List<String>> DNS = Flag.many("dns", (char) 0, "list", "A name server", NetworkFlags::address);
    static final Flag<List<String>> DNS_OPTION = Flag.texts("dns-option", "A resolver option");
    static final Flag<List<String>> DNS_SEARCH = Flag.texts("dns-search", "A search domain");
    static final Flag<Optional<String>> DOMAINNAME = Flag.text("domainname", "Its NIS domain name");
    static final Flag<List<List<ContainerPort>>> EXPOSE = Flag.many("expose", (char) 0, "list", "Name a port or a range without publishing it", Ports::exposed);
    static final Flag<Optional<String>> HOSTNAME = Flag.text("hostname", 'h', "Its host name");
    static final Flag<Optional<String>> IP = Flag.text("ip", "A fixed IPv4 address");
    static final Flag<Optional<String>> IP6 = Flag.text("ip6", "A fixed IPv6 address");
    static final Flag<List<String>> LINK = Flag.texts("link", "Make another container known by an alias: CONTAINER[:ALIAS]");
    static final Flag<List<String>> LINK_LOCAL_IP = Flag.texts("link-local-ip", "A link-local address");
    static final Flag<Optional<String>> MAC_ADDRESS = Flag.text("mac-address", "A fixed MAC address");
    static final Flag<List<EndpointSpec>> NETWORK = Flag.many("network", (char) 0, "network", "Join a network (NAME, bridge, host, none, container:NAME)", NetworkFlags::endpoint);
    static final Flag<List<String>> NETWORK_ALIAS = Flag.texts("network-alias", "One more name on its network");
    static final Flag<List<List<PortBinding>>> PUBLISH = Flag.many("publish", 'p', "list", "Publish a port: [[ADDRESS:]HOST:]PORT[/PROTOCOL]", Ports::published);
    static final Flag<Boolean> PUBLISH_ALL = Flag.toggle("publish-all", 'P', "Publish every exposed port to a free one of the host");

    private NetworkFlags() {}

    static List<Flag<?>> all() {
        return List.of(
                ADD_HOST, DNS, DNS_OPTION, DNS_SEARCH, DOMAINNAME, EXPOSE, HOSTNAME, IP, IP6, LINK, LINK_LOCAL_IP,
                MAC_ADDRESS, NETWORK, NETWORK_ALIAS, PUBLISH, PUBLISH_ALL);
    }

    static NetworkSpec read(Invocation typed) {
        var endpoints = new ArrayList<>(typed.get(NETWORK));
        var mode = endpoints.isEmpty() ? Optional.<String>empty() : Optional.of(endpoints.getFirst().network());
        applyToFirst(typed, endpoints);
        for (int i = 0; i < endpoints.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (endpoints.get(i).network().equals(endpoints.get(j).network())) {
                    throw new UsageException("--network: network " + endpoints.get(i).network() + " is named twice");
                }
            }
        }
        return NetworkSpec.none().with(draft -> {
            draft.mode = mode;
            draft.endpoints = userDefined(endpoints);
            draft.hostname = typed.get(HOSTNAME);
            draft.domainName = typed.get(DOMAINNAME);
            draft.macAddress = typed.get(MAC_ADDRESS);
            draft.dns = typed.get(DNS);
            draft.dnsOptions = typed.get(DNS_OPTION);
            draft.dnsSearch = typed.get(DNS_SEARCH);
            draft.extraHosts = typed.get(ADD_HOST).stream().map(NetworkFlags::extraHost).toList();
            draft.links = typed.get(LINK);
            draft.exposed = typed.get(EXPOSE).stream().flatMap(List::stream).toList();
            draft.published = typed.get(PUBLISH).stream().flatMap(List::stream).toList();
            draft.publishAll = typed.get(PUBLISH_ALL);
        });
    }

    /// The modes that are no networks of their own have no endpoint settings.
    private static List<EndpointSpec> userDefined(List<EndpointSpec> endpoints) {
        if (endpoints.size() != 1) return endpoints;
        var only = endpoints.getFirst();
        boolean plain = only.aliases().isEmpty()
                && only.ipv4Address().isEmpty()
                && only.ipv6Address().isEmpty()
                && only.linkLocalAddresses().isEmpty()
                && only.macAddress().isEmpty()
                && only.driverOptions().isEmpty()
                && only.links().isEmpty()
                && only.gatewayPriority() == 0;
        return plain ? List.of() : endpoints;
    }

    /// `--ip`, `--network-alias` and their kind speak of the first network; without any, of the default one.
    private static void applyToFirst(Invocation typed, List<EndpointSpec> endpoints) {
        boolean linked = !endpoints.isEmpty() && isUserDefined(endpoints.getFirst().network()) && typed.has(LINK);
        boolean any = typed.has(IP) || typed.has(IP6) || typed.has(LINK_LOCAL_IP) || typed.has(NETWORK_ALIAS) || linked;
        if (!any) return;
        var first = endpoints.isEmpty() ? endpoint("bridge") : endpoints.removeFirst();
        var aliases = new ArrayList<>(first.aliases());
        aliases.addAll(typed.get(NETWORK_ALIAS));
        endpoints.addFirst(new EndpointSpec(
                first.network(),
                aliases,
                typed.get(IP).or(first::ipv4Address),
                typed.get(IP6).or(first::ipv6Address),
                typed.get(LINK_LOCAL_IP),
                first.macAddress(),
                linked ? typed.get(LINK) : first.links(),
                first.driverOptions(),
                first.gatewayPriority()));
    }

    private static String address(String text) {
        try {
            InetAddress.ofLiteral(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it takes an IP address", e);
        }
    }

    private static boolean isUserDefined(String network) {
        return !List.of("", "default", "bridge", "host", "none").contains(network) && !network.startsWith("container:");
    }

    /// `NAME:ADDRESS` or `NAME=ADDRESS`, in the first form.
    public static String extraHost(String text) {
        int split = text.indexOf('=');
        if (split < 0) split = text.indexOf(':');
        if (split <= 0 || split == text.length() - 1) {
            throw new UsageException("\"" + text + "\" is no value for --add-host: it looks like NAME:ADDRESS");
        }
        String address = text.substring(split + 1);
        if (address.startsWith("[") && address.endsWith("]")) address = address.substring(1, address.length() - 1);
        return text.substring(0, split) + ":" + address;
    }

    /// A network's name alone, or `name=…,alias=…,ip=…` (docker's long form).
    private static EndpointSpec endpoint(String text) {
        if (!text.contains("=")) return EndpointSpec.of(text);
        String name = "";
        var aliases = new ArrayList<String>();
        var linkLocal = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        Optional<String> ip = Optional.empty();
        Optional<String> ip6 = Optional.empty();
        Optional<String> mac = Optional.empty();
        int priority = 0;
        for (var field : Fields.of(text)) {
            switch (field.name()) {
                case "name" -> name = field.value();
                case "alias" -> aliases.add(field.value());
                case "ip" -> ip = Optional.of(field.value());
                case "ip6" -> ip6 = Optional.of(field.value());
                case "mac-address" -> mac = Optional.of(field.value());
                case "link-local-ip" -> linkLocal.add(field.value());
                case "driver-opt" -> {
                    int equals = field.value().indexOf('=');
                    if (equals <= 0) throw new IllegalArgumentException("driver-opt looks like driver-opt=NAME=VALUE");
                    options.put(field.value().substring(0, equals), field.value().substring(equals + 1));
                }
                case "gw-priority" -> priority = Math.toIntExact(dev.davit.cli.Values.whole(field.value()));
                default -> throw new IllegalArgumentException("it knows no field " + field.name());
            }
        }
        if (name.isEmpty()) throw new IllegalArgumentException("name=NETWORK is missing");
        return new EndpointSpec(name, aliases, ip, ip6, linkLocal, mac, List.of(), options, priority);
    }
}
