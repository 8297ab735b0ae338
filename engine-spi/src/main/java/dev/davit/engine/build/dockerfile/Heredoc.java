package dev.davit.engine.build.dockerfile;

/// A text that stands in the Dockerfile itself, between a `<<NAME` and a line `NAME`.
///
/// @param name what ends it
/// @param expands whether variables in it are replaced: not when the name was quoted
/// @param cutsTabs whether tabs at the start of its lines are cut off: `<<-NAME`
/// @param text all of it, with its line ends
public record Heredoc(String name, boolean expands, boolean cutsTabs, String text) {}
