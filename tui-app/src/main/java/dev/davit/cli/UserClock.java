package dev.davit.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// The system's time in the user's zone. The zone is looked up when somebody asks for it: reading its rules takes longer than
/// listing containers, and most commands show no time of day.
public final class UserClock extends Clock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }
}
