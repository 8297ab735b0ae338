package dev.davit.console.store;

import dev.davit.console.store.ContainerRow.Health;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.format.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the words that a list has for a container's state: `Up 3 minutes (healthy)`, `Exited (137) 2 hours ago`.
///
/// A list tells no moment, only a rounded span, so [#since] is off by at most the unit of that span. Most containers were
/// started when they were created: where the span fits the age, that moment is taken.
final class StatusWords {
    private static final List<String> FIXED = List.of("Less than a second", "About a minute", "About an hour");
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
        if (summary.state().isRunning()) return 0;
        String status = summary.status();
        int open = status.indexOf('(') + 1;
        int close = status.indexOf(')', open);
        if (open == 0 || close < 0) return 0;
        String code = status.substring(open, close);
        return isNumber(code.startsWith("-") ? code.substring(1) : code) ? Integer.parseInt(code) : 0;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return !text.isEmpty() && text.length() < 10;
    }

    private static Health health(String status) {
        if (status.contains("(healthy)")) return Health.HEALTHY;
        if (status.contains("(unhealthy)")) return Health.UNHEALTHY;
        return status.contains("(health: starting)") ? Health.STARTING : Health.NONE;
    }

    private static Optional<Instant> since(ContainerSummary summary, Instant now) {
        if (summary.state() == ContainerState.CREATED) return Optional.of(summary.created());
        String words = span(summary.status());
        if (words.isEmpty()) return Optional.empty();
        var age = Duration.between(summary.created(), now);
        boolean fresh = summary.state().isRunning() && (fits(age, words) || fits(age.minusSeconds(1), words));
        return Optional.of(fresh ? summary.created() : now.minusSeconds(seconds(words)));
    }

    private static boolean fits(Duration age, String words) {
        return GoDuration.human(age).equals(words);
    }

    /// The span in a status: `3 minutes`, `About an hour`; empty where it has none. By hand, for a hundred rows are read before
    /// the first frame.
    private static String span(String status) {
        for (String fixed : FIXED) if (status.contains(fixed)) return fixed;
        var words = status.split(" ", -1);
        for (int i = 0; i + 1 < words.length; i++) {
            if (isNumber(words[i]) && unit(words[i + 1]) > 0) return words[i] + " " + words[i + 1];
        }
        return "";
    }

    /// How long a span is, in seconds.
    private static long seconds(String span) {
        int space = span.indexOf(' ');
        String number = span.substring(0, space);
        return isNumber(number) ? Long.parseLong(number) * unit(span.substring(space + 1)) : fixed(span);
    }

    private static long fixed(String words) {
        return switch (words) {
            case "About a minute" -> 60;
            case "About an hour" -> 3600;
            default -> 0;
        };
    }

    /// In seconds; 0 for a word that is no unit.
    private static long unit(String word) {
        return switch (word.endsWith("s") ? word.substring(0, word.length() - 1) : word) {
            case "second" -> 1;
            case "minute" -> 60;
            case "hour" -> 3600;
            case "day" -> DAY;
            case "week" -> 7 * DAY;
            case "month" -> 30 * DAY;
            case "year" -> 365 * DAY;
            default -> 0;
        };
    }
}
