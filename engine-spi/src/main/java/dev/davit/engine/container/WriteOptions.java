package dev.davit.engine.container;

/// How an archive is unpacked in a container.
///
/// @param keepKinds whether a directory must not be replaced by anything else, nor anything else by a directory
/// @param keepOwners whether owners are taken from the archive; else everything belongs to the container's root
public record WriteOptions(boolean keepKinds, boolean keepOwners) {}
