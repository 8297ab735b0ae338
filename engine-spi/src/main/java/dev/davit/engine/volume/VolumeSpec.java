package dev.davit.engine.volume;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A volume to create.
///
/// @param name its name; empty: the engine makes one up
/// @param driver `local`, or a plugin's
/// @param options the driver's
/// @param labels its labels
/// @param cluster what a swarm's volume needs beside (API 1.42)
public record VolumeSpec(
        Optional<String> name,
        String driver,
        Map<String, String> options,
        Map<String, String> labels,
        Optional<ClusterVolumeSpec> cluster) {

    public VolumeSpec {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /// A local volume of that name.
    public static VolumeSpec of(String name) {
        return new VolumeSpec(Optional.of(name), "local", Map.of(), Map.of(), Optional.empty());
    }

    /// The same with these labels.
    public VolumeSpec labelled(Map<String, String> more) {
        return new VolumeSpec(name, driver, options, more, cluster);
    }
}
