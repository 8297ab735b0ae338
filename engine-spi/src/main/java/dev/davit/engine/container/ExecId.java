package dev.davit.engine.container;

/// The identity of one exec in a container.
///
/// @param value 64 hexadecimal digits
public record ExecId(String value) {}
