package dev.davit.engine.image;

import java.util.Optional;

/// How to remove an image.
///
/// @param force also when several names or a stopped container use it
/// @param keepParents leave untagged parents
/// @param platform only that platform's variant
public record ImageRemoveOptions(boolean force, boolean keepParents, Optional<String> platform) {

    /// Only when nothing uses it.
    public static final ImageRemoveOptions GENTLE = new ImageRemoveOptions(false, false, Optional.empty());
}
