package dev.davit.engine.container;

import dev.davit.engine.Filters;
import java.util.OptionalInt;

/// Which containers a list is to hold.
///
/// Filters come first, then the limit: `last` counts containers that pass the filters.
///
/// @param all also those that do not run
/// @param last only the newest so many, running or not
/// @param sizes whether to measure sizes (slow)
/// @param filters Docker's: `id`, `name`, `label`, `exited`, `status`, `ancestor`, `before`, `since`, `volume`, `network`,
///     `publish`, `expose`, `health`, `is-task`; an unknown one is [dev.davit.engine.EngineException.Invalid]
public record ContainerQuery(boolean all, OptionalInt last, boolean sizes, Filters filters) {

    /// Those that run.
    public static ContainerQuery running() {
        return new ContainerQuery(false, OptionalInt.empty(), false, Filters.none());
    }

    /// All of them.
    public static ContainerQuery everything() {
        return new ContainerQuery(true, OptionalInt.empty(), false, Filters.none());
    }

    /// The same with these filters.
    public ContainerQuery with(Filters wanted) {
        return new ContainerQuery(all, last, sizes, wanted);
    }
}
