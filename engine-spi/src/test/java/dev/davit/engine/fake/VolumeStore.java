package dev.davit.engine.fake;

import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.MountSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The volumes, and who has them.
final class VolumeStore {
    private final World world;
    private final Map<String, FakeVolume> byName = new TreeMap<>();

    VolumeStore(World world) {
        this.world = world;
    }

    /// In the order of their names.
    List<FakeVolume> all() {
        return List.copyOf(byName.values());
    }

    Optional<FakeVolume> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    FakeVolume resolve(String what, String name) {
        return named(name).orElseThrow(() -> Oops.notFound(what, "get " + name + ": no such volume"));
    }

    FakeVolume put(FakeVolume volume) {
        byName.put(volume.name(), volume);
        event(volume, "create");
        return volume;
    }

    void remove(FakeVolume volume) {
        byName.remove(volume.name());
        event(volume, "destroy");
    }

    /// Makes a volume with a name of the engine's.
    FakeVolume anonymous(Map<String, String> labels) {
        return put(new FakeVolume(world.freshId(), "local", Map.of(), labels, world.now(), true));
    }

    /// The volumes of a new container, by where they are mounted; those that are not there yet are made.
    Map<String, FakeVolume> of(ContainerSpec spec) {
        var mounts = new TreeMap<String, FakeVolume>();
        var storage = spec.storage();
        for (String path : storage.anonymousVolumes()) mounts.put(path, anonymous(Map.of()));
        for (var bind : storage.binds()) {
            if (!bind.source().startsWith("/")) mounts.put(bind.target(), made(bind.source()));
        }
        for (var mount : storage.mounts()) {
            if (mount.type() != MountSpec.Type.VOLUME) continue;
            mounts.put(mount.target(), mount.source().isEmpty() ? anonymous(Map.of()) : made(mount.source()));
        }
        return mounts;
    }

    private FakeVolume made(String name) {
        return named(name).orElseGet(() -> put(new FakeVolume(name, "local", Map.of(), Map.of(), world.now(), false)));
    }

    /// The containers that have it, running or not.
    List<FakeContainer> users(FakeVolume volume) {
        return world.containers.values().stream().filter(container -> container.volumes.containsValue(volume)).toList();
    }

    /// Removes those without a name that a container had alone.
    void removeAnonymous(FakeContainer container) {
        for (var volume : new ArrayList<>(container.volumes.values())) {
            boolean shared = users(volume).stream().anyMatch(other -> other != container);
            if (volume.anonymous() && !shared) remove(volume);
        }
    }

    private void event(FakeVolume volume, String action) {
        world.events.add("volume", action, volume.name(), Map.of("driver", volume.driver()));
    }
}
