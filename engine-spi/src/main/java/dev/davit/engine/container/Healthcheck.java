package dev.davit.engine.container;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A command that tells whether a container is well.
///
/// @param test `[NONE]` for no check, `[CMD, …]`, `[CMD-SHELL, command]`; empty: the image's
/// @param interval between checks
/// @param timeout for one check
/// @param startPeriod during which failures do not count
/// @param startInterval between checks during the start period (API 1.44)
/// @param retries failures in a row that make it unhealthy
public record Healthcheck(
        List<String> test,
        Optional<Duration> interval,
        Optional<Duration> timeout,
        Optional<Duration> startPeriod,
        Optional<Duration> startInterval,
        OptionalInt retries) {

    public Healthcheck {
        test = List.copyOf(test);
    }
}
