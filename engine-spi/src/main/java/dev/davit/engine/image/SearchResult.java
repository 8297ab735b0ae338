package dev.davit.engine.image;

/// A repository that a registry found.
///
/// @param name as it is pulled
/// @param description what its owner says, any text
/// @param stars how many users like it
/// @param official whether the registry's owner keeps it
/// @param automated whether it was built by the registry; registries have given that up
public record SearchResult(String name, String description, int stars, boolean official, boolean automated) {}
