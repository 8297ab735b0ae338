package dev.davit.engine.image;

import dev.davit.engine.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One image in a list.
///
/// @param id with `sha256:`
/// @param parentId with `sha256:`, or empty
/// @param tags `repository:tag` each; empty for a dangling image
/// @param digests `repository@sha256:…` each
/// @param created when
/// @param size bytes of all its layers
/// @param sharedSize bytes shared with other images, -1 when not computed
/// @param labels its labels
/// @param containers how many containers use it, -1 when not computed
/// @param document the engine's own text of it, where it has one: Docker's document of an item
public record ImageSummary(
        String id,
        String parentId,
        List<String> tags,
        List<String> digests,
        Instant created,
        long size,
        long sharedSize,
        Map<String, String> labels,
        long containers,
        Optional<Document> document) {

    public ImageSummary {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        labels = Map.copyOf(labels);
    }

    /// One of an engine that has no text of it.
    public ImageSummary(
            String id,
            String parentId,
            List<String> tags,
            List<String> digests,
            Instant created,
            long size,
            long sharedSize,
            Map<String, String> labels,
            long containers) {
        this(id, parentId, tags, digests, created, size, sharedSize, labels, containers, Optional.empty());
    }

    /// The same under its first name only.
    public ImageSummary withoutFurtherNames() {
        return new ImageSummary(
                id, parentId, tags.isEmpty() ? tags : List.of(tags.getFirst()), List.of(), created, size, sharedSize, labels, containers,
                document);
    }
}
