package dev.davit.engine.remote.server;

import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.MountSpec;
import dev.davit.engine.container.StorageSpec;
import dev.davit.engine.document.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads what is mounted into a container.
final class StorageReader {
    private StorageReader() {}

    static StorageSpec read(Members config, Members host) {
        return StorageSpec.none().with(draft -> {
            draft.binds = host.texts("Binds").stream().map(StorageReader::bind).toList();
            draft.mounts = host.each("Mounts", StorageReader::mount);
            draft.anonymousVolumes = List.copyOf(config.object("Volumes").object().members().keySet());
            draft.tmpfs = host.map("Tmpfs");
            draft.volumesFrom = host.texts("VolumesFrom");
            draft.volumeDriver = host.text("VolumeDriver");
            draft.readOnlyRoot = host.flag("ReadonlyRootfs");
            draft.shmSize = host.number("ShmSize");
            draft.storageOptions = host.map("StorageOpt");
        });
    }

    /// `source:target[:options]`, or a target alone for a volume without a name.
    private static BindSpec bind(String text) {
        var parts = text.split(":", -1);
        if (parts.length > 3 || Set.of(parts).contains("")) throw Call.invalid("invalid volume specification: '" + text + "'");
        if (parts.length == 1) return new BindSpec("", parts[0], List.of());
        return new BindSpec(parts[0], parts[1], parts.length == 2 ? List.of() : List.of(parts[2].split(",", -1)));
    }

    private static MountSpec mount(Members mount) {
        var volume = mount.object("VolumeOptions");
        var tmpfs = mount.object("TmpfsOptions");
        if (tmpfs.get("Options").filter(options -> !options.equals(JsonArray.empty())).isPresent()) throw Call.invalid("invalid mount config: options of a tmpfs beside its size and mode are not supported");
        return new MountSpec(
                type(mount.string("Type")),
                mount.string("Source"),
                mount.string("Target"),
                mount.flag("ReadOnly"),
                mount.string("Consistency"),
                mount.optionalObject("BindOptions").map(StorageReader::bindOptions),
                mount.optionalObject("VolumeOptions")
                        .filter(options -> !options.object().members().keySet().stream().allMatch("Subpath"::equalsIgnoreCase) || !options.has("Subpath"))
                        .map(StorageReader::volumeOptions),
                tmpfs.number("SizeBytes"),
                tmpfs.numberInt("Mode"),
                volume.text("Subpath").or(() -> mount.object("ImageOptions").text("Subpath")));
    }

    private static MountSpec.Type type(String word) {
        for (var type : MountSpec.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) return type;
        }
        throw Call.invalid("invalid mount config: mount type unknown: \"" + word + "\"");
    }

    private static MountSpec.Bind bindOptions(Members options) {
        return new MountSpec.Bind(
                options.string("Propagation"),
                options.flag("NonRecursive"),
                options.flag("CreateMountpoint"),
                options.flag("ReadOnlyNonRecursive"),
                options.flag("ReadOnlyForceRecursive"));
    }

    private static MountSpec.Volume volumeOptions(Members options) {
        var driver = options.object("DriverConfig");
        return new MountSpec.Volume(
                options.flag("NoCopy"),
                driver.string("Name"),
                driver.map("Options"),
                options.map("Labels"));
    }
}
