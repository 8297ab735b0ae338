package dev.davit.engine.image;

import dev.davit.engine.Filters;
import java.util.Optional;
import java.util.OptionalInt;

/// What to look for in a registry.
///
/// @param term a word, or `registry/word`; Docker Hub is asked when no registry is named
/// @param limit the most results, 1 to 100; the engine's choice when empty
/// @param filters Docker's: `stars`, `is-official`, `is-automated`
/// @param credentials for the registry
public record SearchRequest(String term, OptionalInt limit, Filters filters, Optional<Credentials> credentials) {

    /// As anybody.
    public static SearchRequest of(String term) {
        return new SearchRequest(term, OptionalInt.empty(), Filters.none(), Optional.empty());
    }
}
