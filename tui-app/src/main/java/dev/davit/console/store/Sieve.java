package dev.davit.console.store;

import dev.davit.console.store.Scrollback.Line;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which lines are shown.
///
/// @param text as it was typed: what a line must have, as [Sought] means it; after `!` what it must not have; empty: anything
/// @param streams where a line must have been written
public record Sieve(String text, Streams streams) {
    /// All lines are shown.
    public static final Sieve NONE = new Sieve("", Streams.BOTH);

    /// With another text.
    public Sieve with(String other) {
        return new Sieve(other, streams);
    }

    /// Of other streams.
    public Sieve of(Streams other) {
        return new Sieve(text, other);
    }

    /// Whether all lines are shown.
    public boolean isNone() {
        return takesAnyText() && streams == Streams.BOTH;
    }

    /// Whether a line may have any text.
    public boolean takesAnyText() {
        return text.isEmpty() || text.equals("!");
    }

    /// Whether a line is let through.
    ///
    /// @param reader makes text of it
    public Predicate<Line> lines(Function<Line, String> reader) {
        if (takesAnyText()) return line -> streams.have(line.stream());
        var passes = predicate();
        return line -> streams.have(line.stream()) && passes.test(reader.apply(line));
    }

    /// Whether a line's text is let through.
    public Predicate<String> predicate() {
        if (takesAnyText()) return _ -> true;
        boolean inverse = text.startsWith("!");
        var pattern = Sought.of(inverse ? text.substring(1) : text).pattern();
        return line -> pattern.matcher(line).find() != inverse;
    }
}
