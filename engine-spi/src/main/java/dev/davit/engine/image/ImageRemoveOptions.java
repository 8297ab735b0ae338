package dev.davit.engine.image;

import java.util.List;

/// How to remove an image.
///
/// @param force also when several names or a stopped container use it
/// @param keepParents leave untagged parents
/// @param platforms only these variants (`OS[/ARCH[/VARIANT]]`), all when empty
public record ImageRemoveOptions(boolean force, boolean keepParents, List<String> platforms) {

    /// Only when nothing uses it.
    public static final ImageRemoveOptions GENTLE = new ImageRemoveOptions(false, false, List.of());

    public ImageRemoveOptions {
        platforms = List.copyOf(platforms);
    }
}
