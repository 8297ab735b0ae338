package dev.davit.engine.network;

/// A network that was just created.
///
/// @param id its id
/// @param warning the engine's, or empty
public record CreatedNetwork(String id, String warning) {}
