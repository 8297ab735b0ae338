package dev.davit.engine.fake;

import dev.davit.engine.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// Docker's filters on labels, and those of prunes.
final class Labels {
    private static final Set<String> OF_PRUNES = Set.of("label", "label!", "until");

    private Labels() {}

    /// Whether `name` or `name=value` is among the labels.
    static boolean match(Map<String, String> labels, String wanted) {
        int equals = wanted.indexOf('=');
        if (equals < 0) return labels.containsKey(wanted);
        return wanted.substring(equals + 1).equals(labels.get(wanted.substring(0, equals)));
    }

    /// Refuses what no prune of this kind knows.
    ///
    /// @param known the filters that it knows
    static void checkPrune(String what, Filters filters, Set<String> known) {
        for (String name : filters.values().keySet()) {
            if (!known.contains(name)) throw Oops.invalid(what, "invalid filter '" + name + "'");
        }
        filters.get("until").forEach(text -> until(what, text, Instant.EPOCH));
    }

    static void checkPrune(String what, Filters filters) {
        checkPrune(what, filters, OF_PRUNES);
    }

    /// Whether a prune takes a thing with these labels, made then.
    static boolean pruned(String what, Filters filters, Map<String, String> labels, Instant created, Instant now) {
        return filters.get("label").stream().allMatch(wanted -> match(labels, wanted))
                && filters.get("label!").stream().noneMatch(unwanted -> match(labels, unwanted))
                && filters.get("until").stream().allMatch(text -> created.isBefore(until(what, text, now)));
    }

    private static Instant until(String what, String text, Instant now) {
        try {
            if (text.matches("\\d+(\\.\\d+)?")) return Instant.ofEpochSecond(Long.parseLong(text.split("\\.", 2)[0]));
            if (text.matches("\\d+[hms]")) return now.minus(Duration.parse("PT" + text));
            return Instant.parse(text);
        } catch (RuntimeException e) {
            throw Oops.invalid(what, "invalid filter 'until=" + text + "'");
        }
    }

    static boolean isTrue(String what, String filter, String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw Oops.invalid(what, "invalid filter '" + filter + "=" + text + "'");
        };
    }
}
