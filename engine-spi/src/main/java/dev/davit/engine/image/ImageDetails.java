package dev.davit.engine.image;

import dev.davit.engine.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One image in full.
///
/// @param id with `sha256:`
/// @param tags `repository:tag` each
/// @param digests `repository@sha256:…` each
/// @param created when, if known
/// @param size bytes of all its layers
/// @param os `linux`
/// @param arch in Go's spelling
/// @param entrypoint the configured entrypoint
/// @param command the configured command
/// @param environment `NAME=value` each
/// @param user the configured user, or empty
/// @param workingDirectory the configured directory, or empty
/// @param labels its labels
/// @param layers the digests of its uncompressed layers, base first
/// @param document Docker's inspect document
public record ImageDetails(
        String id,
        List<String> tags,
        List<String> digests,
        Optional<Instant> created,
        long size,
        String os,
        String arch,
        List<String> entrypoint,
        List<String> command,
        List<String> environment,
        String user,
        String workingDirectory,
        Map<String, String> labels,
        List<String> layers,
        Document document) {

    public ImageDetails {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        labels = Map.copyOf(labels);
        layers = List.copyOf(layers);
    }
}
