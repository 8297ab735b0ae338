package dev.davit.engine.image;

import dev.davit.engine.Filters;

/// Which images a list is to hold.
///
/// @param all also intermediate ones
/// @param digests whether digests are wanted
/// @param sharedSize whether it is to be computed what images share; an engine that cannot leaves [ImageSummary#sharedSize()] at -1
/// @param manifests whether [ImageSummary#document()] is to tell each platform's manifest, where the engine keeps them
/// @param filters Docker's: `reference`, `dangling`, `label`, `before`, `since`, `until`
public record ImageQuery(boolean all, boolean digests, boolean sharedSize, boolean manifests, Filters filters) {

    /// Those with a name, and dangling ones.
    public static ImageQuery usual() {
        return usual(Filters.none());
    }

    /// Those of them that filters let pass.
    public static ImageQuery usual(Filters filters) {
        return new ImageQuery(false, true, false, false, filters);
    }
}
