package dev.davit.engine.remote;

import static dev.davit.engine.remote.WireJson.list;
import static dev.davit.engine.remote.WireJson.map;
import static dev.davit.engine.remote.WireJson.text;

import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.TransportProtocol;
import dev.davit.engine.document.Document;
import dev.davit.engine.remote.wire.ContainerDocument;
import dev.davit.engine.remote.wire.ContainerItem;
import dev.davit.engine.remote.wire.MountItem;
import dev.davit.engine.remote.wire.NetworkEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A daemon's container documents as the engine's values.
final class ContainerTranslation {
    private ContainerTranslation() {}

    /// @param imageName makes the daemon's name of an image docker's
    /// @param document the item's own text, where it is docker's
    static ContainerSummary summary(ContainerItem item, UnaryOperator<String> imageName, Optional<Document> document) {
        var ports = new ArrayList<PortBinding>();
        for (var port : list(item.ports())) {
            ports.add(new PortBinding(
                    new ContainerPort(port.privatePort(), protocol(port.type())),
                    text(port.ip()),
                    port.publicPort() == null || port.publicPort() == 0 ? "" : port.publicPort().toString()));
        }
        var networking = item.networkSettings();
        return new ContainerSummary(
                new ContainerId(item.id()),
                names(list(item.names())),
                imageName.apply(text(item.image())),
                text(item.imageId()),
                text(item.command()),
                Instant.ofEpochSecond(item.created()),
                state(item.state()),
                text(item.status()),
                ports,
                map(item.labels()),
                mounts(item.mounts()),
                networks(networking == null ? null : networking.networks()),
                size(item.sizeRw()),
                size(item.sizeRootFs()),
                document);
    }

    /// Without their leading slash; the container's own name, which holds no further slash, first.
    private static List<String> names(List<String> raw) {
        var names = new ArrayList<String>();
        for (String name : raw) {
            String plain = name.startsWith("/") ? name.substring(1) : name;
            if (plain.indexOf('/') < 0) names.addFirst(plain);
            else names.add(plain);
        }
        return names;
    }

    static ContainerDetails details(ContainerDocument document, String json, UnaryOperator<String> imageName) {
        var state = document.state();
        var config = document.config();
        var host = document.hostConfig();
        var health = state.health();
        var networking = document.networkSettings();
        String name = text(document.name());
        return new ContainerDetails(
                new ContainerId(document.id()),
                name.startsWith("/") ? name.substring(1) : name,
                imageName.apply(text(config.image())),
                text(document.image()),
                WireJson.time(document.created()).orElse(Instant.EPOCH),
                state(state.status()),
                state.pid(),
                state.exitCode(),
                state.oomKilled(),
                text(state.error()),
                WireJson.time(state.startedAt()),
                WireJson.time(state.finishedAt()),
                health == null || text(health.status()).equals("none") ? "" : text(health.status()),
                document.restartCount(),
                text(document.path()),
                list(document.args()),
                config.tty(),
                config.openStdin(),
                list(config.env()),
                map(config.labels()),
                networking == null ? List.of() : ports(networking),
                mounts(document.mounts()),
                networks(networking == null ? null : networking.networks()),
                host != null && host.autoRemove(),
                config.stopTimeout() == null ? OptionalInt.empty() : OptionalInt.of(config.stopTimeout()),
                host == null || host.logConfig() == null ? "" : text(host.logConfig().type()),
                new Document(json));
    }

    private static List<PortBinding> ports(ContainerDocument.Networking networking) {
        var ports = new ArrayList<PortBinding>();
        for (var entry : new TreeMap<>(map(networking.ports())).entrySet()) {
            var port = port(entry.getKey());
            var bindings = list(entry.getValue());
            if (bindings.isEmpty()) ports.add(new PortBinding(port, "", ""));
            for (var binding : bindings) {
                ports.add(new PortBinding(port, text(binding.hostIp()), text(binding.hostPort())));
            }
        }
        return ports;
    }

    private static ContainerPort port(String word) {
        int slash = word.indexOf('/');
        String number = slash < 0 ? word : word.substring(0, slash);
        return new ContainerPort(Integer.parseInt(number), protocol(slash < 0 ? "tcp" : word.substring(slash + 1)));
    }

    private static TransportProtocol protocol(@Nullable String word) {
        return word == null || word.isEmpty() ? TransportProtocol.TCP : TransportProtocol.of(word);
    }

    private static ContainerState state(@Nullable String word) {
        return ContainerState.of(text(word).isEmpty() ? "created" : text(word));
    }

    private static OptionalLong size(@Nullable Long bytes) {
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    private static List<MountPoint> mounts(@Nullable List<MountItem> items) {
        var mounts = new ArrayList<MountPoint>();
        for (var item : list(items)) {
            mounts.add(new MountPoint(
                    text(item.type()),
                    text(item.name()),
                    text(item.source()),
                    text(item.destination()),
                    text(item.driver()),
                    text(item.mode()),
                    item.rw(),
                    text(item.propagation())));
        }
        return mounts;
    }

    private static List<NetworkAttachment> networks(@Nullable Map<String, NetworkEndpoint> endpoints) {
        var networks = new ArrayList<NetworkAttachment>();
        for (var entry : new TreeMap<>(map(endpoints)).entrySet()) {
            var endpoint = entry.getValue();
            networks.add(new NetworkAttachment(
                    entry.getKey(),
                    text(endpoint.networkId()),
                    text(endpoint.ipAddress()),
                    endpoint.ipPrefixLen(),
                    text(endpoint.gateway()),
                    text(endpoint.globalIpv6Address()),
                    text(endpoint.macAddress())));
        }
        return networks;
    }
}
