package dev.davit.console;

import dev.davit.console.store.Details.Entry;
import dev.davit.console.store.Thing;
import dev.davit.engine.Engine;
import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.ImageDetails;
import dev.davit.engine.image.ImageRef;
import dev.davit.engine.network.AddressPool;
import dev.davit.engine.network.NetworkDetails;
import dev.davit.engine.network.NetworkRef;
import dev.davit.engine.volume.VolumeDetails;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.format.Sizes;
import dev.davit.operation.CommandLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an engine knows of a thing, in the order in which people ask for it. What is not set is not told.
final class DetailsText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final ZoneId zone;
    private final List<Entry> entries = new ArrayList<>();

    /// @param zone of its times
    DetailsText(ZoneId zone) {
        this.zone = zone;
    }

    List<Entry> container(Engine engine, ContainerId id) {
        container(engine.containers().inspect(ContainerRef.of(id), false));
        return entries;
    }

    List<Entry> thing(Engine engine, Thing thing) {
        switch (thing) {
            case Thing.Image image -> image(engine.images().inspect(new ImageRef(image.reference())));
            case Thing.Network network -> network(engine.networks().inspect(new NetworkRef(network.id())));
            case Thing.Volume volume -> volume(engine.volumes().inspect(new VolumeRef(volume.name())));
        }
        return entries;
    }

    private void container(ContainerDetails container) {
        var document = object(container.document());
        var config = document.object("Config");
        add("state", state(container));
        add("error", container.error());
        container.started().ifPresent(time -> add("started", moment(time)));
        if (!container.state().isRunning()) container.finished().ifPresent(time -> add("ended", moment(time)));
        health(container, document);
        add("restart", restart(container, document.object("HostConfig").object("RestartPolicy")));
        add("image", container.image());
        add("command", command(container));
        add("user", config.string("User"));
        add("directory", config.string("WorkingDir"));
        all("port", container.ports().stream().map(DetailsText::port).toList());
        all("network", container.networks().stream().map(DetailsText::network).toList());
        all("mount", container.mounts().stream().map(DetailsText::mount).toList());
        limits(document.object("HostConfig"));
        all("env", container.environment());
        labels(container.labels());
        add("log", container.logDriver());
        add("created", moment(container.created()));
        add("id", container.id().value());
    }

    private static String state(ContainerDetails container) {
        String word = container.state().name().toLowerCase(Locale.ROOT);
        if (container.state().isRunning()) return word + ", process " + container.pid();
        if (container.state() == ContainerState.CREATED) return word;
        return word + " " + container.exitCode() + (container.outOfMemory() ? ", killed for want of memory" : "");
    }

    /// With what its check said last.
    private void health(ContainerDetails container, JsonObject document) {
        if (container.health().isEmpty()) return;
        var checks = document.object("State").object("Health").array("Log");
        String said = checks.size() > 0 && checks.items().getLast() instanceof JsonObject last ? last.string("Output").strip() : "";
        add("health", container.health() + (said.isEmpty() ? "" : ": " + said));
    }

    private static String restart(ContainerDetails container, JsonObject policy) {
        String name = policy.string("Name");
        if (name.isEmpty() || name.equals("no")) return "";
        long most = policy.integer("MaximumRetryCount");
        return name + (most > 0 ? ":" + most : "") + (container.restarts() > 0 ? ", restarted " + container.restarts() + (container.restarts() == 1 ? " time" : " times") : "");
    }

    private static String command(ContainerDetails container) {
        var words = new ArrayList<String>();
        words.add(container.path());
        words.addAll(container.arguments());
        return line(words);
    }

    private static String line(List<String> words) {
        return words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String port(PortBinding binding) {
        String inside = binding.port().number() + "/" + binding.port().protocol().word();
        if (!binding.isPublished()) return inside;
        String address = binding.hostAddress().indexOf(':') >= 0 ? "[" + binding.hostAddress() + "]" : binding.hostAddress();
        return inside + " at " + (address.isEmpty() ? "" : address + ":") + binding.hostPort();
    }

    private static String network(NetworkAttachment network) {
        var text = new StringBuilder(network.network());
        if (!network.address().isEmpty()) text.append(' ').append(network.address()).append('/').append(network.prefixLength());
        if (!network.ipv6Address().isEmpty()) text.append(' ').append(network.ipv6Address());
        if (!network.gateway().isEmpty()) text.append(", gateway ").append(network.gateway());
        return text.toString();
    }

    private static String mount(MountPoint mount) {
        String from = mount.name().isEmpty() ? mount.source() : mount.name();
        return mount.destination() + ": " + mount.type() + (from.isEmpty() ? "" : " " + from) + (mount.writable() ? "" : ", read-only");
    }

    private void limits(JsonObject host) {
        if (host.integer("Memory") > 0) add("memory", "at most " + Sizes.binary(host.integer("Memory")));
        if (host.integer("NanoCpus") > 0) add("cpus", "at most " + host.integer("NanoCpus") / 1e9);
        if (host.integer("PidsLimit") > 0) add("pids", "at most " + host.integer("PidsLimit"));
        if (host.flag("Privileged")) add("rights", "privileged");
        if (host.flag("ReadonlyRootfs")) add("rights", "its file system is read-only");
    }

    private void image(ImageDetails image) {
        var config = object(image.document()).object("Config");
        all("name", image.tags());
        image.created().ifPresent(time -> add("created", moment(time)));
        add("size", Sizes.decimal(image.size(), 3) + ", " + image.layers().size() + (image.layers().size() == 1 ? " layer" : " layers"));
        add("platform", image.os() + "/" + image.arch());
        add("entrypoint", line(image.entrypoint()));
        add("command", line(image.command()));
        add("user", image.user());
        add("directory", image.workingDirectory());
        all("port", config.object("ExposedPorts").members().keySet());
        all("volume", config.object("Volumes").members().keySet());
        all("env", image.environment());
        labels(image.labels());
        all("digest", image.digests());
        add("id", image.id());
    }

    private void network(NetworkDetails network) {
        var summary = network.summary();
        add("driver", summary.driver() + ", " + summary.scope() + (summary.internal() ? ", no way out" : ""));
        summary.created().ifPresent(time -> add("created", moment(time)));
        all("subnet", network.pools().stream().map(DetailsText::pool).toList());
        all("member", network.members().stream()
                .map(member -> member.name() + " " + member.ipv4Address() + (member.ipv6Address().isEmpty() ? "" : " " + member.ipv6Address()))
                .sorted()
                .toList());
        pairs("option", network.options());
        labels(summary.labels());
        add("id", summary.id());
    }

    private static String pool(AddressPool pool) {
        return pool.subnet().orElse("") + pool.range().map(range -> ", from " + range).orElse("") + pool.gateway().map(gateway -> ", gateway " + gateway).orElse("");
    }

    private void volume(VolumeDetails volume) {
        var summary = volume.summary();
        add("driver", summary.driver() + ", " + summary.scope());
        add("lies at", summary.mountpoint());
        volume.created().ifPresent(time -> add("created", moment(time)));
        pairs("option", volume.options());
        labels(summary.labels());
    }

    private void labels(Map<String, String> labels) {
        pairs("label", labels);
    }

    private void pairs(String label, Map<String, String> pairs) {
        all(label, new TreeMap<>(pairs).entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList());
    }

    private void all(String label, Collection<String> values) {
        String shown = label;
        for (String value : values) {
            entries.add(new Entry(shown, value));
            shown = "";
        }
    }

    private void add(String label, String value) {
        if (!value.isEmpty()) entries.add(new Entry(label, value));
    }

    private String moment(Instant time) {
        return MOMENT.format(time.atZone(zone));
    }

    private static JsonObject object(Document document) {
        var json = Json.parse(document.json());
        var one = json instanceof JsonArray list && list.size() == 1 ? list.items().getFirst() : json;
        return Optional.of(one).filter(JsonObject.class::isInstance).map(JsonObject.class::cast).orElse(JsonObject.empty());
    }
}
