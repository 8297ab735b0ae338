package dev.davit.engine.system;

import java.time.Instant;
import java.util.Optional;

/// One item of the build cache.
///
/// @param id its id
/// @param parent the id of what it was made from, or empty
/// @param type `regular`, `source.local`, `exec.cachemount`, …
/// @param description what made it
/// @param inUse whether a build uses it now
/// @param shared whether it is shared with an image or another item
/// @param bytes its size
/// @param created when
/// @param lastUsed when; empty if never
/// @param uses how often
public record CacheRecord(
        String id,
        String parent,
        String type,
        String description,
        boolean inUse,
        boolean shared,
        long bytes,
        Optional<Instant> created,
        Optional<Instant> lastUsed,
        long uses) {}
