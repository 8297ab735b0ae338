package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.MountSpec;
import dev.davit.engine.container.StorageSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Flags about what is mounted into a container.
final class StorageFlags {
    static final Flag<List<MountSpec>> MOUNT = Flag.many("mount", (char) 0, "mount", "Mount by fields: type=bind|volume|tmpfs,source=…,target=…", MountText::parse);
    static final Flag<Boolean> READ_ONLY = Flag.toggle("read-only", "Its own file system cannot be written");
    static final Flag<OptionalLong> SHM_SIZE = Flag.bytes("shm-size", (char) 0, "Size of /dev/shm");
    static final Flag<Map<String, String>> STORAGE_OPT = listedPairs("storage-opt", "An option of the storage driver: NAME=VALUE");
    static final Flag<List<String>> TMPFS = Flag.texts("tmpfs", "Mount a tmpfs: PATH[:OPTIONS]");
    static final Flag<List<String>> VOLUME = Flag.texts("volume", 'v', "Mount a host path or a volume: [SOURCE:]PATH[:OPTIONS]");
    static final Flag<Optional<String>> VOLUME_DRIVER = Flag.text("volume-driver", "The driver of volumes that are made for it");
    static final Flag<List<String>> VOLUMES_FROM = Flag.texts("volumes-from", "Mount what another container mounts: CONTAINER[:ro]");

    private StorageFlags() {}

    static List<Flag<?>> all() {
        return List.of(MOUNT, READ_ONLY, SHM_SIZE, STORAGE_OPT, TMPFS, VOLUME, VOLUME_DRIVER, VOLUMES_FROM);
    }

    /// A repeatable `NAME=VALUE` that docker's help calls a list.
    static Flag<Map<String, String>> listedPairs(String name, String help) {
        return new Flag<>(name, (char) 0, "list", Map.of(), "", help, (soFar, text) -> {
            int equals = text.indexOf('=');
            if (equals <= 0) throw new IllegalArgumentException("it looks like NAME=VALUE");
            var more = new LinkedHashMap<>(soFar);
            more.put(text.substring(0, equals), text.substring(equals + 1));
            return more;
        });
    }

    static StorageSpec read(Invocation typed, Path directory) {
        var binds = new ArrayList<BindSpec>();
        var anonymous = new ArrayList<String>();
        for (String text : typed.get(VOLUME)) {
            String[] parts = text.split(":", -1);
            if (parts.length == 1) {
                anonymous.add(text);
            } else {
                binds.add(bind(parts, text, directory));
            }
        }
        var tmpfs = new LinkedHashMap<String, String>();
        for (String text : typed.get(TMPFS)) {
            int colon = text.indexOf(':');
            tmpfs.put(colon < 0 ? text : text.substring(0, colon), colon < 0 ? "" : text.substring(colon + 1));
        }
        return StorageSpec.none().with(draft -> {
            draft.binds = binds;
            draft.anonymousVolumes = anonymous;
            draft.mounts = typed.get(MOUNT).stream().map(mount -> absolute(mount, directory)).toList();
            draft.tmpfs = tmpfs;
            draft.volumesFrom = typed.get(VOLUMES_FROM);
            draft.volumeDriver = typed.get(VOLUME_DRIVER);
            draft.readOnlyRoot = typed.get(READ_ONLY);
            draft.shmSize = typed.get(SHM_SIZE);
            draft.storageOptions = typed.get(STORAGE_OPT);
        });
    }

    private static BindSpec bind(String[] parts, String text, Path directory) {
        if (parts.length > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new dev.davit.cli.UsageException(
                    "\"" + text + "\" is no value for -v, --volume: it looks like [SOURCE:]PATH[:OPTIONS]");
        }
        var options = parts.length == 3 ? List.of(parts[2].split(",")) : List.<String>of();
        return new BindSpec(source(parts[0], directory), parts[1], options);
    }

    /// A path that starts with a dot or a tilde is the caller's; anything else is absolute or a volume's name.
    private static String source(String source, Path directory) {
        boolean relative = source.equals(".") || source.equals("..") || source.startsWith("./") || source.startsWith("../");
        return relative ? directory.resolve(source).normalize().toString() : source;
    }

    private static MountSpec absolute(MountSpec mount, Path directory) {
        if (mount.type() != MountSpec.Type.BIND || mount.source().startsWith("/")) return mount;
        return new MountSpec(
                mount.type(),
                directory.resolve(mount.source()).normalize().toString(),
                mount.target(),
                mount.readOnly(),
                mount.consistency(),
                mount.bind(),
                mount.volume(),
                mount.tmpfsSize(),
                mount.tmpfsMode(),
                mount.subpath());
    }
}
