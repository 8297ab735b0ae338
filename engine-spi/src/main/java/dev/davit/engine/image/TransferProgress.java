package dev.davit.engine.image;

/// News of a transfer: a line about the whole, or the state of one layer.
///
/// @param layer the layer's short digest, or a tag or empty for news of the whole
/// @param status the engine's words: `Downloading`, `Pull complete`, `Digest: sha256:…`
/// @param current bytes done, 0 when not known
/// @param total bytes in all, 0 when not known
public record TransferProgress(String layer, String status, long current, long total) {}
