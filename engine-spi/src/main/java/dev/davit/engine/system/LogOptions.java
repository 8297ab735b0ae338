package dev.davit.engine.system;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which part of a log.
///
/// @param stdout whether standard output is wanted
/// @param stderr whether standard error is wanted
/// @param follow whether to stay for what comes
/// @param since from here on
/// @param until up to here
/// @param tail only the last so many lines; empty for all
/// @param timestamps whether each item is to carry its time
/// @param details whether each item is to carry the attributes that the log driver adds
public record LogOptions(
        boolean stdout,
        boolean stderr,
        boolean follow,
        Optional<Instant> since,
        Optional<Instant> until,
        OptionalLong tail,
        boolean timestamps,
        boolean details) {

    /// All there is, then the end.
    public static LogOptions all() {
        return new LogOptions(
                true, true, false, Optional.empty(), Optional.empty(), OptionalLong.empty(), false, false);
    }

    /// The last lines, and what comes.
    public static LogOptions follow(long tail) {
        return new LogOptions(true, true, true, Optional.empty(), Optional.empty(), OptionalLong.of(tail), true, false);
    }
}
