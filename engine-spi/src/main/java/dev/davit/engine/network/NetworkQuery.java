package dev.davit.engine.network;

import dev.davit.engine.Filters;

/// Which networks a list is to hold.
///
/// @param filters Docker's: `driver`, `id`, `name`, `label`, `scope`, `type` (`custom` or `builtin`), `dangling`
///     (where some daemons count networks in use as well)
public record NetworkQuery(Filters filters) {

    /// All of them.
    public static NetworkQuery all() {
        return new NetworkQuery(Filters.none());
    }
}
