package dev.davit.engine.container;

import java.util.Optional;

/// How a container's first process ended.
///
/// @param code its exit code; 128 + N when signal N killed it
/// @param error why waiting failed
public record ExitStatus(int code, Optional<String> error) {}
