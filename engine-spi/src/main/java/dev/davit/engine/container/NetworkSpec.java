package dev.davit.engine.container;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A container's network: its mode or networks, names and ports.
///
/// @param mode `bridge`, `host`, `none`, `container:NAME` or a network; empty: the engine's default
/// @param endpoints settings for the networks it joins; the first belongs to `mode`
/// @param hostname empty: the short id
/// @param domainName empty: none
/// @param macAddress of the first interface; empty: chosen
/// @param dns name servers
/// @param dnsOptions resolver options
/// @param dnsSearch search domains
/// @param extraHosts `host:address` each; the address may be `host-gateway`
/// @param links `container[:alias]` each (the old links)
/// @param exposed ports it exposes beside its image's
/// @param published ports to publish
/// @param publishAll whether all exposed ports get a random host port
public record NetworkSpec(
        Optional<String> mode,
        List<EndpointSpec> endpoints,
        Optional<String> hostname,
        Optional<String> domainName,
        Optional<String> macAddress,
        List<String> dns,
        List<String> dnsOptions,
        List<String> dnsSearch,
        List<String> extraHosts,
        List<String> links,
        List<ContainerPort> exposed,
        List<PortBinding> published,
        boolean publishAll) {

    public NetworkSpec {
        endpoints = List.copyOf(endpoints);
        dns = List.copyOf(dns);
        dnsOptions = List.copyOf(dnsOptions);
        dnsSearch = List.copyOf(dnsSearch);
        extraHosts = List.copyOf(extraHosts);
        links = List.copyOf(links);
        exposed = List.copyOf(exposed);
        published = List.copyOf(published);
    }

    /// Nothing said: the engine's defaults.
    public static NetworkSpec none() {
        return new Draft().build();
    }

    /// The same but for what the change sets.
    public NetworkSpec with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.mode = mode;
        draft.endpoints = endpoints;
        draft.hostname = hostname;
        draft.domainName = domainName;
        draft.macAddress = macAddress;
        draft.dns = dns;
        draft.dnsOptions = dnsOptions;
        draft.dnsSearch = dnsSearch;
        draft.extraHosts = extraHosts;
        draft.links = links;
        draft.exposed = exposed;
        draft.published = published;
        draft.publishAll = publishAll;
        change.accept(draft);
        return draft.build();
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public Optional<String> mode = Optional.empty();
        public List<EndpointSpec> endpoints = List.of();
        public Optional<String> hostname = Optional.empty();
        public Optional<String> domainName = Optional.empty();
        public Optional<String> macAddress = Optional.empty();
        public List<String> dns = List.of();
        public List<String> dnsOptions = List.of();
        public List<String> dnsSearch = List.of();
        public List<String> extraHosts = List.of();
        public List<String> links = List.of();
        public List<ContainerPort> exposed = List.of();
        public List<PortBinding> published = List.of();
        public boolean publishAll = false;

        /// The finished record.
        public NetworkSpec build() {
            return new NetworkSpec(
                    mode,
                    endpoints,
                    hostname,
                    domainName,
                    macAddress,
                    dns,
                    dnsOptions,
                    dnsSearch,
                    extraHosts,
                    links,
                    exposed,
                    published,
                    publishAll);
        }
    }
}
