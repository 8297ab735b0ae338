package dev.davit.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long something has been so, in the fewest characters, and when that text changes.
public final class Ages {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;
    private static final long TWO_DAYS = 2 * DAY;

    private Ages() {}

    /// `12s`, `3m`, `47h`, `12d`. What lies ahead (clocks differ) is `0s`.
    public static String text(Instant since, Instant now) {
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        if (seconds < MINUTE) return seconds + "s";
        if (seconds < HOUR) return seconds / MINUTE + "m";
        return seconds < TWO_DAYS ? seconds / HOUR + "h" : seconds / DAY + "d";
    }

    /// The moment when the text for this changes.
    static Instant change(Instant since, Instant now) {
        long seconds = Math.max(0, Duration.between(since, now).toSeconds());
        long unit = seconds < MINUTE ? 1 : seconds < HOUR ? MINUTE : seconds < TWO_DAYS ? HOUR : DAY;
        return since.plusSeconds((seconds / unit + 1) * unit);
    }

    /// The moment when the first text on the screen is no longer right; empty when none will ever be wrong.
    public static Optional<Instant> nextChange(AppState state) {
        return state.visibleRows().stream()
                .flatMap(row -> row.since().stream())
                .map(since -> change(since, state.now()))
                .min(Instant::compareTo);
    }
}
