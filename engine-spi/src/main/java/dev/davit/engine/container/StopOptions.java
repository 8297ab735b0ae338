package dev.davit.engine.container;

import java.time.Duration;
import java.util.Optional;

/// How to end a container.
///
/// @param grace how long it may take before it is killed, in whole seconds; negative waits for ever; empty: what the
///     container says, else 10 s
/// @param signal what to send first; empty: what the container or its image says, else `SIGTERM`
public record StopOptions(Optional<Duration> grace, Optional<String> signal) {

    /// As the container says.
    public static final StopOptions DEFAULT = new StopOptions(Optional.empty(), Optional.empty());

    /// With this grace.
    public static StopOptions within(Duration grace) {
        return new StopOptions(Optional.of(grace), Optional.empty());
    }
}
