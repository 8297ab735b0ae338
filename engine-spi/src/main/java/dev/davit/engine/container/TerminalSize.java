package dev.davit.engine.container;

/// A terminal's size in character cells.
///
/// @param columns at least 1
/// @param rows at least 1
public record TerminalSize(int columns, int rows) {}
