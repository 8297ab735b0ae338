package dev.davit.console.model;

import java.util.ArrayList;
import java.util.List;

/// What comes of a message.
///
/// @param state the console from now on
/// @param effects what is to be done outside, in this order
public record Next(AppState state, List<Effect> effects) {
    public Next {
        effects = List.copyOf(effects);
    }

    /// Nothing to be done outside.
    public static Next of(AppState state) {
        return new Next(state, List.of());
    }

    /// One thing to be done outside.
    public static Next of(AppState state, Effect effect) {
        return new Next(state, List.of(effect));
    }

    /// And this as well.
    Next and(Effect effect) {
        var more = new ArrayList<>(effects);
        more.add(effect);
        return new Next(state, more);
    }
}
