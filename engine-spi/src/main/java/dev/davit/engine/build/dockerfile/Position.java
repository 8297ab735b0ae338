package dev.davit.engine.build.dockerfile;

/// Where something stands in its file.
///
/// @param first its first line, from 1
/// @param last its last line
public record Position(int first, int last) {}
