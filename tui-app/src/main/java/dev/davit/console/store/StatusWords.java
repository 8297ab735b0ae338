package dev.davit.console.store;

import dev.davit.console.store.ContainerRow.Health;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.format.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the words that a list has for a container's state: `Up 3 minutes (healthy)`, `Exited (137) 2 hours ago`.
///
/// A list tells no moment, only a rounded span, so [#since] is off by at most the unit of that span. Most containers were
/// started when they were created: where the span fits the age, that moment is taken.
final class StatusWords {
    private static final Pattern CODE = Pattern.compile("\\((-?\\d{1,9})\\)");
    private static final Pattern SPAN =
            Pattern.compile("(Less than a second|About a minute|About an hour|(\\d{1,9}) (second|minute|hour|day|week|month|year)s?)");
    private static final long DAY = 86_400;

    private StatusWords() {}

    /// A row of what a list says.
    ///
    /// @param now when it said so
    static ContainerRow row(ContainerSummary summary, Instant now) {
        return new ContainerRow(
                summary, summary.name(), summary.state(), exitCode(summary), health(summary.status()), since(summary, now));
    }

    private static int exitCode(ContainerSummary summary) {
        Matcher match = CODE.matcher(summary.status());
        return !summary.state().isRunning() && match.find() ? Integer.parseInt(match.group(1)) : 0;
    }

    private static Health health(String status) {
        if (status.contains("(healthy)")) return Health.HEALTHY;
        if (status.contains("(unhealthy)")) return Health.UNHEALTHY;
        return status.contains("(health: starting)") ? Health.STARTING : Health.NONE;
    }

    private static Optional<Instant> since(ContainerSummary summary, Instant now) {
        if (summary.state() == ContainerState.CREATED) return Optional.of(summary.created());
        Matcher match = SPAN.matcher(summary.status());
        if (!match.find()) return Optional.empty();
        var age = Duration.between(summary.created(), now);
        boolean fresh = summary.state().isRunning() && (fits(age, match.group(1)) || fits(age.minusSeconds(1), match.group(1)));
        return Optional.of(fresh ? summary.created() : now.minus(span(match)));
    }

    private static boolean fits(Duration age, String words) {
        return GoDuration.human(age).equals(words);
    }

    private static Duration span(Matcher match) {
        String unit = match.group(3);
        if (unit == null) return Duration.ofSeconds(fixed(match.group(1)));
        return Duration.ofSeconds(number(match.group(2)) * seconds(unit));
    }

    private static long fixed(String words) {
        return switch (words) {
            case "About a minute" -> 60;
            case "About an hour" -> 3600;
            default -> 0;
        };
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "minute" -> 60;
            case "hour" -> 3600;
            case "day" -> DAY;
            case "week" -> 7 * DAY;
            case "month" -> 30 * DAY;
            case "year" -> 365 * DAY;
            default -> 1;
        };
    }
}
