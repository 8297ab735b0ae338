package dev.davit.console.store;

import java.util.function.Predicate;

/// Which lines are shown.
///
/// @param text as it was typed: what a line must have, as [Sought] means it; after `!` what it must not have; empty: all are shown
public record Sieve(String text) {
    /// All lines are shown.
    public static final Sieve NONE = new Sieve("");

    /// Whether all lines are shown.
    public boolean isNone() {
        return text.isEmpty() || text.equals("!");
    }

    /// Whether a line's text is let through.
    public Predicate<String> predicate() {
        if (isNone()) return _ -> true;
        boolean inverse = text.startsWith("!");
        var pattern = Sought.of(inverse ? text.substring(1) : text).pattern();
        return line -> pattern.matcher(line).find() != inverse;
    }
}
