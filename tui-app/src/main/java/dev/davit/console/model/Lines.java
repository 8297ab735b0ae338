package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Sought;

/// Lines that fill a screen, and where one stands in them.
///
/// @param source which
/// @param extent which of them there are
/// @param view where one stands
/// @param sought what is looked for in them
public record Lines(SourceId source, Extent extent, TextView view, Sought sought) {

    /// Lines of which none has come yet.
    static Lines of(SourceId source, TextView view) {
        return new Lines(source, Extent.EMPTY, view, Sought.NOTHING);
    }

    Lines at(TextView other) {
        return new Lines(source, extent, other, sought);
    }

    Lines with(Extent other) {
        return new Lines(source, other, view, sought);
    }

    Lines seeking(Sought other) {
        return new Lines(source, extent, view, other);
    }

    /// The view follows what has changed under it.
    Lines within(int height) {
        return at(view.within(extent, height));
    }
}
