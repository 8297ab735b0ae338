package dev.davit.engine.image;

/// One thing that removing an image did.
///
/// @param kind what
/// @param reference the name or digest untagged, or the id deleted
public record ImageRemoval(Kind kind, String reference) {

    /// What was done.
    public enum Kind {
        UNTAGGED,
        DELETED
    }
}
