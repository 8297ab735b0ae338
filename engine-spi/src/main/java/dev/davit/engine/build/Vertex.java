package dev.davit.engine.build;

/// One piece of work of a build: an instruction of the Dockerfile.
///
/// @param id names it within its build
/// @param name the instruction as it is carried out: `RUN npm ci`
/// @param step its number, from 1
/// @param steps how many there are; 0 when that is not known
public record Vertex(String id, String name, int step, int steps) {}
