package dev.davit.engine.volume;

import dev.davit.engine.document.Document;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One volume in full: what callers decide by as typed values, everything else as the engine's document.
///
/// @param summary as it stands in a list
/// @param created when; empty where its driver does not say
/// @param options the driver's
/// @param document Docker's inspect document, the engine's own text where it has one
public record VolumeDetails(
        VolumeSummary summary, Optional<Instant> created, Map<String, String> options, Document document) {

    public VolumeDetails {
        options = Map.copyOf(options);
    }
}
