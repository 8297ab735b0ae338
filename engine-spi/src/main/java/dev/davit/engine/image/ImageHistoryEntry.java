package dev.davit.engine.image;

import java.time.Instant;
import java.util.List;

/// One step that made an image.
///
/// @param id the image after it, or `<missing>`
/// @param created when
/// @param createdBy the instruction
/// @param size bytes that it added
/// @param comment what its maker noted
/// @param tags the names of the image after it
public record ImageHistoryEntry(
        String id, Instant created, String createdBy, long size, String comment, List<String> tags) {

    public ImageHistoryEntry {
        tags = List.copyOf(tags);
    }
}
