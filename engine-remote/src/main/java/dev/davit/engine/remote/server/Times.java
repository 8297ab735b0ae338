package dev.davit.engine.remote.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as the API spells them. Source: moby's `api/types/time`.
final class Times {
    private static final Pattern SECONDS = Pattern.compile("(-?[0-9]{1,12})(?:\\.([0-9]{1,9}))?");
    private static final DateTimeFormatter NANOS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    /// A parameter that is a moment: seconds since 1970, with up to nine digits behind a dot.
    static Optional<Instant> of(Call call, String parameter) {
        return call.optional(parameter).map(text -> {
            var parts = SECONDS.matcher(text);
            if (!parts.matches()) throw Call.invalid("invalid value for \"" + parameter + "\": " + text + " is no number of seconds");
            String fraction = parts.group(2) == null ? "" : parts.group(2);
            long nanos = Long.parseLong(fraction + "0".repeat(9 - fraction.length()));
            try {
                return Instant.ofEpochSecond(Long.parseLong(parts.group(1)), nanos);
            } catch (DateTimeException e) {
                throw Call.invalid("invalid value for \"" + parameter + "\": " + text + " is beyond all times");
            }
        });
    }

    /// A moment with all nine digits, so that columns of them stand below each other.
    static String written(Instant time) {
        return NANOS.format(time);
    }
}
