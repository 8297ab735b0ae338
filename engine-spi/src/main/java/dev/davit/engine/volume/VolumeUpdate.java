package dev.davit.engine.volume;

import java.util.Optional;

/// Changes to a cluster volume; what is empty stays.
///
/// @param availability `active`, `pause` or `drain`
public record VolumeUpdate(Optional<String> availability) {}
