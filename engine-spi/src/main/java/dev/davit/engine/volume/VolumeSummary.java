package dev.davit.engine.volume;

import dev.davit.engine.document.Document;
import java.util.Map;
import java.util.Optional;

/// One volume in a list.
///
/// @param name its name
/// @param driver `local`, or a plugin's
/// @param scope `local` or `global`
/// @param mountpoint where it lies on the engine's host, or empty
/// @param labels its labels
/// @param document the engine's own text of it, where it has one: Docker's document of a volume
public record VolumeSummary(
        String name,
        String driver,
        String scope,
        String mountpoint,
        Map<String, String> labels,
        Optional<Document> document) {

    public VolumeSummary {
        labels = Map.copyOf(labels);
    }

    /// One of an engine that has no text of it.
    public VolumeSummary(String name, String driver, String scope, String mountpoint, Map<String, String> labels) {
        this(name, driver, scope, mountpoint, labels, Optional.empty());
    }
}
