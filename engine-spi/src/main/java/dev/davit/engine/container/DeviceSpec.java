package dev.davit.engine.container;

/// A host device in a container.
///
/// @param hostPath on the host
/// @param containerPath in the container
/// @param permissions of `r`, `w` and `m`
public record DeviceSpec(String hostPath, String containerPath, String permissions) {}
