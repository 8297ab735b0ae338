package dev.davit.engine.system;

import dev.davit.engine.document.Document;

/// What an engine occupies.
///
/// @param images and what no container uses
/// @param containers their writable layers, and those of containers that do not run
/// @param volumes local ones, and those that no container uses
/// @param buildCache and what could be dropped
/// @param document Docker's document, item by item
public record DiskUsage(Usage images, Usage containers, Usage volumes, Usage buildCache, Document document) {

    /// One kind of things.
    ///
    /// @param count how many
    /// @param active how many are in use
    /// @param bytes all together
    /// @param reclaimable bytes that are not in use
    public record Usage(int count, int active, long bytes, long reclaimable) {}
}
