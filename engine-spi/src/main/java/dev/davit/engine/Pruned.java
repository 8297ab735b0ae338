package dev.davit.engine;

import java.util.List;

/// What clearing away did.
///
/// @param <T> what names a thing of that kind
/// @param removed what is gone, in the engine's order
/// @param bytes how much that has freed, as the engine reckons it
public record Pruned<T>(List<T> removed, long bytes) {

    public Pruned {
        removed = List.copyOf(removed);
    }
}
