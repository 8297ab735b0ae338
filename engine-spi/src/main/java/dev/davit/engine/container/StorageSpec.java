package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// What is mounted into a container, and its own layer.
///
/// @param binds `-v` mounts: a host path (made when missing) or a volume
/// @param mounts `--mount` mounts: what is missing on the host is an error
/// @param anonymousVolumes paths that get a fresh volume each
/// @param tmpfs mount options by path
/// @param volumesFrom `container[:ro|rw]` each
/// @param volumeDriver for volumes that have to be made
/// @param readOnlyRoot whether its own file system cannot be written
/// @param shmSize bytes of `/dev/shm`
/// @param storageOptions options of the storage driver: `size`
public record StorageSpec(
        List<BindSpec> binds,
        List<MountSpec> mounts,
        List<String> anonymousVolumes,
        Map<String, String> tmpfs,
        List<String> volumesFrom,
        Optional<String> volumeDriver,
        boolean readOnlyRoot,
        OptionalLong shmSize,
        Map<String, String> storageOptions) {

    public StorageSpec {
        binds = List.copyOf(binds);
        mounts = List.copyOf(mounts);
        anonymousVolumes = List.copyOf(anonymousVolumes);
        tmpfs = Collections.unmodifiableMap(new LinkedHashMap<>(tmpfs));
        volumesFrom = List.copyOf(volumesFrom);
        storageOptions = Collections.unmodifiableMap(new LinkedHashMap<>(storageOptions));
    }

    /// Nothing said: the engine's defaults.
    public static StorageSpec none() {
        return new Draft().build();
    }

    /// The same but for what the change sets.
    public StorageSpec with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.binds = binds;
        draft.mounts = mounts;
        draft.anonymousVolumes = anonymousVolumes;
        draft.tmpfs = tmpfs;
        draft.volumesFrom = volumesFrom;
        draft.volumeDriver = volumeDriver;
        draft.readOnlyRoot = readOnlyRoot;
        draft.shmSize = shmSize;
        draft.storageOptions = storageOptions;
        change.accept(draft);
        return draft.build();
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public List<BindSpec> binds = List.of();
        public List<MountSpec> mounts = List.of();
        public List<String> anonymousVolumes = List.of();
        public Map<String, String> tmpfs = Map.of();
        public List<String> volumesFrom = List.of();
        public Optional<String> volumeDriver = Optional.empty();
        public boolean readOnlyRoot = false;
        public OptionalLong shmSize = OptionalLong.empty();
        public Map<String, String> storageOptions = Map.of();

        /// The finished record.
        public StorageSpec build() {
            return new StorageSpec(
                    binds,
                    mounts,
                    anonymousVolumes,
                    tmpfs,
                    volumesFrom,
                    volumeDriver,
                    readOnlyRoot,
                    shmSize,
                    storageOptions);
        }
    }
}
