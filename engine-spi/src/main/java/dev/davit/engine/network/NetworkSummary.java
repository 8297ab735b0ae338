package dev.davit.engine.network;

import dev.davit.engine.document.Document;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One network in a list.
///
/// @param id its id
/// @param name its name
/// @param driver `bridge`, `host`, `null`, `overlay`, …
/// @param scope `local`, `global` or `swarm`
/// @param created when; empty where the engine does not say
/// @param ipv4 whether it gives IPv4 addresses; false where the engine does not say (before API 1.47)
/// @param ipv6 whether it gives IPv6 addresses
/// @param internal whether it has no way out
/// @param labels its labels
/// @param document the engine's own text of it, where it has one: Docker's document of a network
public record NetworkSummary(
        String id,
        String name,
        String driver,
        String scope,
        Optional<Instant> created,
        boolean ipv4,
        boolean ipv6,
        boolean internal,
        Map<String, String> labels,
        Optional<Document> document) {

    public NetworkSummary {
        labels = Map.copyOf(labels);
    }

    /// One of an engine that has no text of it.
    public NetworkSummary(
            String id,
            String name,
            String driver,
            String scope,
            Optional<Instant> created,
            boolean ipv4,
            boolean ipv6,
            boolean internal,
            Map<String, String> labels) {
        this(id, name, driver, scope, created, ipv4, ipv6, internal, labels, Optional.empty());
    }
}
