package dev.davit.console.model;

import dev.davit.console.model.Screen.SourceId;
import dev.davit.console.store.Scrollback.Extent;
import dev.davit.console.store.Sieve;
import dev.davit.console.store.Sought;

/// Lines that fill a screen, and where one stands in them.
///
/// @param source which
/// @param extent which of them there are
/// @param view where one stands
/// @param sought what is looked for in them
/// @param sieve which of them are shown
/// @param wrapped whether a line that is too long goes on in the next row
public record Lines(SourceId source, Extent extent, TextView view, Sought sought, Sieve sieve, boolean wrapped) {

    /// Lines of which none has come yet.
    static Lines of(SourceId source, TextView view) {
        return new Lines(source, Extent.EMPTY, view, Sought.NOTHING, Sieve.NONE, false);
    }

    Lines at(TextView other) {
        return new Lines(source, extent, other, sought, sieve, wrapped);
    }

    Lines with(Extent other) {
        return new Lines(source, other, view, sought, sieve, wrapped);
    }

    Lines seeking(Sought other) {
        return new Lines(source, extent, view, other, sieve, wrapped);
    }

    /// About to be those that a sieve lets through: the next key means it already.
    Lines sifting(Sieve other) {
        return new Lines(source, extent, view, sought, other, wrapped);
    }

    /// Other lines in their place, from their end on: none of them has come yet.
    Lines anew(SourceId other) {
        return new Lines(other, Extent.EMPTY, new TextView(0, view.column(), true), Sought.of(sought.text()), sieve, wrapped);
    }

    /// Those that a sieve has let through; what was found is at another number now.
    Lines sifted(Sieve other, Extent shown, long top) {
        var there = new TextView(top, view.column(), view.follow());
        return new Lines(source, shown, there, Sought.of(sought.text()), other, wrapped);
    }

    /// From the first column on: wrapped lines have no more to the right.
    Lines wrapping(boolean yes) {
        return new Lines(source, extent, new TextView(view.top(), 0, view.follow()), sought, sieve, yes);
    }

    /// The view follows what has changed under it.
    Lines within(int height) {
        return at(view.within(extent, height));
    }
}
