package dev.davit.engine.build;

import dev.davit.engine.Filters;
import java.util.OptionalLong;

/// Which build cache to drop.
///
/// @param all also what could still be of use, not just what nothing leads to
/// @param keepStorage bytes of cache to leave
/// @param filters `until`, `id`, `parent`, `type`, `inuse`, `shared`, `private`
public record BuildPrune(boolean all, OptionalLong keepStorage, Filters filters) {

    /// What nothing leads to.
    public static BuildPrune dangling() {
        return new BuildPrune(false, OptionalLong.empty(), Filters.none());
    }
}
