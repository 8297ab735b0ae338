package dev.davit.engine.system;

import dev.davit.engine.Filters;
import java.time.Instant;
import java.util.Optional;

/// Which events.
///
/// @param since also those of the past from here on, as far as the engine remembers
/// @param until the feed ends here
/// @param filters Docker's: `type`, `event`, `container`, `image`, `label`, `network`, `volume`, `daemon`, `scope`, …
public record EventQuery(Optional<Instant> since, Optional<Instant> until, Filters filters) {

    /// All from now on.
    public static EventQuery live() {
        return new EventQuery(Optional.empty(), Optional.empty(), Filters.none());
    }

    /// The same with these filters.
    public EventQuery with(Filters wanted) {
        return new EventQuery(since, until, wanted);
    }
}
