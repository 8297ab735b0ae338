package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.volume.VolumeDetails;
import dev.davit.engine.volume.VolumeQuery;
import dev.davit.engine.volume.VolumeRef;
import dev.davit.engine.volume.VolumeSpec;
import dev.davit.engine.volume.VolumeSummary;
import dev.davit.engine.volume.VolumeUpdate;
import dev.davit.engine.volume.Volumes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The volumes that outlive containers.
final class FakeVolumes implements Volumes {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    private static final Set<String> OPTIONS = Set.of("type", "o", "device", "size");

    private final Client client;
    private final World world;
    private final VolumeStore store;

    FakeVolumes(Client client) {
        this.client = client;
        this.world = client.world;
        this.store = world.volumes;
    }

    @Override
    public List<VolumeSummary> list(VolumeQuery query) {
        String what = "list volumes";
        return client.call(what, () -> {
            var filters = query.filters();
            Labels.checkPrune(what, filters, Set.of("dangling", "driver", "label", "name"));
            filters.get("dangling").forEach(text -> Labels.isTrue(what, "dangling", text));
            return store.all().stream().filter(volume -> matches(what, filters, volume)).map(FakeVolumes::summary).toList();
        });
    }

    private boolean matches(String what, Filters filters, FakeVolume volume) {
        return filters.values().entrySet().stream().allMatch(entry -> {
            var wanted = entry.getValue();
            return switch (entry.getKey()) {
                case "label" -> wanted.stream().allMatch(value -> Labels.match(volume.labels(), value));
                case "driver" -> wanted.contains(volume.driver());
                case "name" -> wanted.stream().anyMatch(part -> volume.name().contains(part));
                default -> wanted.stream()
                        .anyMatch(value -> Labels.isTrue(what, "dangling", value) == store.users(volume).isEmpty());
            };
        });
    }

    static VolumeSummary summary(FakeVolume volume) {
        return new VolumeSummary(volume.name(), volume.driver(), "local", volume.mountpoint(), volume.labels());
    }

    @Override
    public VolumeDetails inspect(VolumeRef reference) {
        String what = "inspect volume " + reference;
        return client.call(what, () -> {
            var volume = store.resolve(what, reference.text());
            var document = JsonObject.builder()
                    .put("CreatedAt", volume.created().toString())
                    .put("Driver", volume.driver())
                    .put("Labels", volume.labels())
                    .put("Mountpoint", volume.mountpoint())
                    .put("Name", volume.name())
                    .put("Options", volume.options())
                    .put("Scope", "local")
                    .build();
            return new VolumeDetails(
                    summary(volume), Optional.of(volume.created()), volume.options(), new Document(document.text()));
        });
    }

    @Override
    public String create(VolumeSpec spec) {
        String what = "create volume" + spec.name().map(name -> " " + name).orElse("");
        return client.call(what, () -> {
            if (spec.cluster().isPresent()) {
                throw new EngineException.Unsupported(Feature.SWARM, "cannot " + what + ": this node is not a swarm manager");
            }
            if (!spec.driver().equals("local")) throw Oops.notFound(what, "plugin \"" + spec.driver() + "\" not found");
            for (String option : spec.options().keySet()) {
                if (!OPTIONS.contains(option)) throw Oops.invalid(what, "invalid option: \"" + option + "\"");
            }
            if (spec.name().isEmpty()) return store.anonymous(spec.labels()).name();
            String name = spec.name().get();
            if (!NAME.matcher(name).matches()) {
                throw Oops.invalid(what, "\"" + name + "\" includes invalid characters for a local volume name");
            }
            return store.named(name)
                    .orElseGet(() -> store.put(
                            new FakeVolume(name, "local", spec.options(), spec.labels(), world.now(), false)))
                    .name();
        });
    }

    @Override
    public void update(VolumeRef reference, VolumeUpdate change) {
        String what = "update volume " + reference;
        client.run(what, () -> {
            throw new EngineException.Unsupported(Feature.SWARM, "cannot " + what + ": this node is not a swarm manager");
        });
    }

    @Override
    public void remove(VolumeRef reference, boolean force) {
        String what = "remove volume " + reference;
        client.run(what, () -> {
            var volume = store.named(reference.text());
            if (volume.isEmpty() && force) return;
            var found = store.resolve(what, reference.text());
            var users = store.users(found).stream().map(container -> container.id.value()).toList();
            if (!users.isEmpty()) throw Oops.conflict(what, "volume is in use - [" + String.join(", ", users) + "]");
            store.remove(found);
        });
    }

    @Override
    public Pruned<String> prune(Filters filters) {
        String what = "prune volumes";
        return client.call(what, () -> {
            Labels.checkPrune(what, filters, Set.of("label", "label!"));
            var idle = store.all().stream()
                    .filter(volume -> store.users(volume).isEmpty())
                    .filter(volume -> Labels.pruned(what, filters, volume.labels(), volume.created(), world.now()))
                    .toList();
            idle.forEach(store::remove);
            world.events.add("volume", "prune", "", Map.of("reclaimed", "0"));
            return new Pruned<>(idle.stream().map(FakeVolume::name).toList(), 0);
        });
    }
}
