package dev.davit.engine.network;

import java.util.Optional;

/// How a network is looked at.
///
/// @param verbose whether a swarm's network tells its services and tasks
/// @param scope only one of this scope: `local`, `global`, `swarm`
public record NetworkView(boolean verbose, Optional<String> scope) {
    /// Without services, of whatever scope.
    public static final NetworkView USUAL = new NetworkView(false, Optional.empty());
}
