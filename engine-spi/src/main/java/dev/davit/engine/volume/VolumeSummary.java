package dev.davit.engine.volume;

import java.util.Map;

/// One volume in a list.
///
/// @param name its name
/// @param driver `local`, or a plugin's
/// @param scope `local` or `global`
/// @param mountpoint where it lies on the engine's host, or empty
/// @param labels its labels
public record VolumeSummary(String name, String driver, String scope, String mountpoint, Map<String, String> labels) {

    public VolumeSummary {
        labels = Map.copyOf(labels);
    }
}
