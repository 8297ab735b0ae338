package dev.davit.console.model;

import dev.davit.console.store.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/// A table as it was looked at, under a name: which rows, which columns, in which order.
///
/// @param name one that [#whyNot] has nothing against
/// @param kind of the things; none: the containers
/// @param filter what a row must contain; empty: anything
/// @param looks of the table. It is no engine's, and tells of no other table
public record View(String name, Optional<Kind> kind, String filter, Arrangement looks) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

    /// Why a view cannot have this name, in one sentence; empty when it can.
    public static Optional<String> whyNot(String name) {
        if (Views.WORDS.contains(name)) return Optional.of("a view cannot be named \"" + name + "\": that is a word of :view");
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("a view cannot be named \"" + name + "\": a name begins with a letter or a digit, goes on with these and . _ -, and has 40 at most");
    }

    /// What a table of this kind shows.
    static View of(String name, Optional<Kind> kind, String filter, Arrangement arrangement) {
        var start = Arrangement.START;
        var looks = kind.map(of -> start.ordered(of, arrangement.order(of)))
                .orElseGet(() -> start.showingAll(arrangement.all()).with(arrangement.columns()).ordered(arrangement.order()));
        return new View(name, kind, filter, looks);
    }

    /// An arrangement in which its table looks so, and the others as before.
    Arrangement over(Arrangement arrangement) {
        return kind.map(of -> arrangement.ordered(of, looks.order(of)))
                .orElseGet(() -> arrangement.showingAll(looks.all()).with(looks.columns()).ordered(looks.order()));
    }

    /// The order of its rows.
    Order order() {
        return kind.map(looks::order).orElseGet(looks::order);
    }

    /// The name of its table.
    public String table() {
        return kind.map(Kind::word).orElse("containers");
    }
}
