package dev.davit.engine;

import java.util.Set;

/// What an opened engine is. Cheap: known since the engine was opened.
///
/// @param component who answers, as `/version` names it: `Docker Engine - Community`, `Engine`, `Podman Engine`, `Davit`
/// @param version that component's version
/// @param apiVersion the Docker API version spoken, as `1.41`
/// @param address what was opened: `unix:///var/run/docker.sock`
/// @param os the containers' operating system, `linux`
/// @param arch the containers' architecture in Go's spelling, `amd64`
/// @param features what it can do beyond the common ground
public record EngineInfo(
        String component,
        String version,
        String apiVersion,
        String address,
        String os,
        String arch,
        Set<Feature> features) {

    public EngineInfo {
        features = Set.copyOf(features);
    }

    /// Whether this engine has the feature.
    public boolean can(Feature feature) {
        return features.contains(feature);
    }

    /// Whether version 1.`minor` of the Docker API, or a newer one, is spoken.
    public boolean speaks(int minor) {
        String[] parts = apiVersion.split("\\.", 2);
        return parts.length == 2 && parts[0].equals("1") && Integer.parseInt(parts[1]) >= minor;
    }
}
