package dev.davit.engine.volume;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A volume that a swarm's plugin provides. Source: the Docker Engine API 1.42, `ClusterVolumeSpec`.
///
/// @param group volumes of one group are alike to services
/// @param scope who may use it at once: `single` or `multi` nodes
/// @param sharing `none`, `readonly`, `onewriter` or `all`
/// @param type `mount` or `block`
/// @param availability `active`, `pause` or `drain`
/// @param requiredBytes the least that it must hold
/// @param limitBytes the most that it may hold
/// @param secrets names of secrets by the plugin's keys
/// @param required topologies that it must be reached from, each segments by name
/// @param preferred topologies that it should lie in
public record ClusterVolumeSpec(
        String group,
        String scope,
        String sharing,
        String type,
        String availability,
        OptionalLong requiredBytes,
        OptionalLong limitBytes,
        Map<String, String> secrets,
        List<Map<String, String>> required,
        List<Map<String, String>> preferred) {

    public ClusterVolumeSpec {
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        required = List.copyOf(required);
        preferred = List.copyOf(preferred);
    }
}
