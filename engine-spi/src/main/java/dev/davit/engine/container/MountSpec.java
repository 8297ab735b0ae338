package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A `--mount` mount.
///
/// @param type what is mounted
/// @param source a host path, a volume's name or an image; empty for an anonymous volume or a tmpfs
/// @param target absolute in the container
/// @param readOnly whether it cannot be written
/// @param consistency `consistent`, `cached`, `delegated` or empty; without effect on Linux
/// @param bind for [Type#BIND]
/// @param volume for [Type#VOLUME]
/// @param tmpfsSize bytes, for [Type#TMPFS]
/// @param tmpfsMode permissions, for [Type#TMPFS]
/// @param subpath of a volume or image
public record MountSpec(
        Type type,
        String source,
        String target,
        boolean readOnly,
        String consistency,
        Optional<Bind> bind,
        Optional<Volume> volume,
        OptionalLong tmpfsSize,
        OptionalInt tmpfsMode,
        Optional<String> subpath) {

    /// What can be mounted, in Docker's words (lower case on the wire).
    public enum Type {
        BIND,
        VOLUME,
        TMPFS,
        IMAGE,
        NPIPE,
        CLUSTER
    }

    /// How a host path is bound.
    ///
    /// @param propagation `rprivate`, `private`, `rshared`, `shared`, `rslave`, `slave` or empty
    /// @param nonRecursive without the mounts below it
    /// @param createSource make the host path when it is missing
    /// @param readOnlyNonRecursive only the mount itself is read-only
    /// @param readOnlyForceRecursive fail when not all below can be made read-only
    public record Bind(
            String propagation,
            boolean nonRecursive,
            boolean createSource,
            boolean readOnlyNonRecursive,
            boolean readOnlyForceRecursive) {}

    /// How a volume is made when it does not exist.
    ///
    /// @param noCopy do not fill it from the image
    /// @param driver empty: `local`
    /// @param driverOptions the driver's
    /// @param labels of the volume
    public record Volume(boolean noCopy, String driver, Map<String, String> driverOptions, Map<String, String> labels) {
        public Volume {
            driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }
    }
}
