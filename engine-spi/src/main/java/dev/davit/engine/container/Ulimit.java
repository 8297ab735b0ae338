package dev.davit.engine.container;

/// A process limit, setrlimit(2).
///
/// @param name `nofile`, `nproc`, …
/// @param soft -1 for no limit
/// @param hard -1 for no limit
public record Ulimit(String name, long soft, long hard) {}
