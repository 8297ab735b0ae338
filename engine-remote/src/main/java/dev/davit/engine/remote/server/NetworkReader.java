package dev.davit.engine.remote.server;

import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import java.util.ArrayList;
import java.util.List;

/// Reads a container's names, networks and ports.
final class NetworkReader {
    private NetworkReader() {}

    static NetworkSpec read(Members config, Members host) {
        var published = published(host);
        return NetworkSpec.none().with(draft -> {
            draft.mode = host.text("NetworkMode");
            draft.endpoints = endpoints(config.object("NetworkingConfig").object("EndpointsConfig"));
            draft.hostname = config.text("Hostname");
            draft.domainName = config.text("Domainname");
            draft.macAddress = config.text("MacAddress");
            draft.dns = host.texts("Dns");
            draft.dnsOptions = host.texts("DnsOptions");
            draft.dnsSearch = host.texts("DnsSearch");
            draft.extraHosts = host.texts("ExtraHosts");
            draft.links = host.texts("Links");
            draft.published = published;
            draft.exposed = config.object("ExposedPorts").object().members().keySet().stream()
                    .map(NetworkReader::port)
                    // docker exposes what it publishes; that goes without saying here
                    .filter(port -> published.stream().noneMatch(binding -> binding.port().equals(port)))
                    .toList();
            draft.publishAll = host.flag("PublishAllPorts");
        });
    }

    private static List<EndpointSpec> endpoints(Members networks) {
        var endpoints = new ArrayList<EndpointSpec>();
        networks.forEach((network, settings) -> endpoints.add(endpoint(network, settings)));
        return endpoints;
    }

    /// How a container joins a network, from `EndpointSettings`.
    static EndpointSpec endpoint(String network, Members settings) {
        var addresses = settings.object("IPAMConfig");
        return new EndpointSpec(
                network,
                settings.texts("Aliases"),
                addresses.text("IPv4Address"),
                addresses.text("IPv6Address"),
                addresses.texts("LinkLocalIPs"),
                settings.text("MacAddress"),
                settings.texts("Links"),
                settings.map("DriverOpts"),
                settings.numberInt("GwPriority").orElse(0));
    }

    private static List<PortBinding> published(Members host) {
        var published = new ArrayList<PortBinding>();
        var ports = host.object("PortBindings");
        for (String key : ports.object().members().keySet()) {
            var port = port(key);
            published.addAll(ports.only(key).each(key, binding -> new PortBinding(port, binding.string("HostIp"), binding.string("HostPort"))));
        }
        return published;
    }

    /// `80/tcp`, or `80` for the same.
    private static ContainerPort port(String text) {
        int slash = text.indexOf('/');
        try {
            return new ContainerPort(
                    Integer.parseInt(slash < 0 ? text : text.substring(0, slash)),
                    TransportProtocol.of(slash < 0 ? "tcp" : text.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw Call.invalid("invalid port specification: \"" + text + "\"");
        }
    }
}
