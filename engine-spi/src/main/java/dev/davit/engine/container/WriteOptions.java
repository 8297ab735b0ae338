package dev.davit.engine.container;

/// How an archive is unpacked in a container.
///
/// @param keepKinds whether a directory must not be replaced by anything else, nor anything else by a directory
/// @param asUser whether everything comes to belong to the container's user, where it has one; else owners are the archive's
public record WriteOptions(boolean keepKinds, boolean asUser) {}
