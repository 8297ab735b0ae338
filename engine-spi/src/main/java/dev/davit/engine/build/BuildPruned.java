package dev.davit.engine.build;

import java.util.List;

/// What a prune of the build cache did.
///
/// @param caches ids of what was dropped
/// @param bytes freed
public record BuildPruned(List<String> caches, long bytes) {

    public BuildPruned {
        caches = List.copyOf(caches);
    }
}
