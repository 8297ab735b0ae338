package dev.davit.engine.system;

import dev.davit.engine.volume.VolumeSummary;

/// What a volume occupies.
///
/// @param volume the volume
/// @param containers how many have it, -1 when not computed
/// @param bytes what is in it, -1 when its driver does not say
public record VolumeUsage(VolumeSummary volume, long containers, long bytes) {}
