package dev.davit.engine.volume;

import dev.davit.engine.Filters;

/// Which volumes a list is to hold.
///
/// @param filters Docker's: `dangling`, `driver`, `label`, `name`
public record VolumeQuery(Filters filters) {

    /// All of them.
    public static VolumeQuery all() {
        return new VolumeQuery(Filters.none());
    }
}
