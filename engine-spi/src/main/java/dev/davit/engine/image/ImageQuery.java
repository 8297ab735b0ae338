package dev.davit.engine.image;

import dev.davit.engine.Filters;

/// Which images a list is to hold.
///
/// @param all also intermediate ones
/// @param digests whether digests are wanted
/// @param filters Docker's: `reference`, `dangling`, `label`, `before`, `since`, `until`
public record ImageQuery(boolean all, boolean digests, Filters filters) {

    /// Those with a name, and dangling ones.
    public static ImageQuery usual() {
        return new ImageQuery(false, true, Filters.none());
    }
}
