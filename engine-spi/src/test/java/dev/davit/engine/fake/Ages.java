package dev.davit.engine.fake;

import java.time.Duration;

/// Spans of time as docker says them: `3 minutes`, `About an hour`.
final class Ages {
    private Ages() {}

    static String of(Duration span) {
        long seconds = span.toSeconds();
        long hours = Math.round(span.toMinutes() / 60.0);
        if (seconds < 1) return "Less than a second";
        if (seconds == 1) return "1 second";
        if (seconds < 60) return seconds + " seconds";
        if (span.toMinutes() == 1) return "About a minute";
        if (span.toMinutes() < 60) return span.toMinutes() + " minutes";
        if (hours == 1) return "About an hour";
        if (hours < 48) return hours + " hours";
        if (hours < 24 * 7 * 2) return hours / 24 + " days";
        if (hours < 24 * 30 * 2) return hours / 24 / 7 + " weeks";
        if (hours < 24 * 365 * 2) return hours / 24 / 30 + " months";
        return span.toDays() / 365 + " years";
    }
}
