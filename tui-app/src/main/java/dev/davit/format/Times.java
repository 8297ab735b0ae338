package dev.davit.format;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Moments, as docker writes and reads them.
public final class Times {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter RFC3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);
    private static final DateTimeFormatter COLON_OFFSET = DateTimeFormatter.ofPattern("XXX", Locale.ROOT);
    private static final Pattern UNIX = Pattern.compile("(-?\\d+)(?:\\.(\\d+))?");
    private static final Pattern CLOCK = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:T(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?)?)?(Z|[+-]\\d{2}:\\d{2})?");

    private Times() {}

    /// As Go's `Time.String`: `2006-01-02 15:04:05.9 -0700 MST`, the fraction without trailing zeros and absent when 0.
    /// `CreatedAt` of `ps` and `images`.
    public static String goString(Instant time, ZoneId zone) {
        var local = time.atZone(zone);
        return SECONDS.format(local) + fraction(local.getNano()) + " " + OFFSET.format(local) + " "
                + ZoneAbbreviations.of(zone, time);
    }

    /// `2006-01-02T15:04:05+01:00`: `CreatedAt` of `history`.
    public static String rfc3339(Instant time, ZoneId zone) {
        var local = time.atZone(zone);
        return RFC3339.format(local) + COLON_OFFSET.format(local);
    }

    /// `2006-01-02T15:04:05.999999999Z`, the fraction without trailing zeros and absent when 0.
    public static String rfc3339Nano(Instant time, ZoneId zone) {
        var local = time.atZone(zone);
        return RFC3339.format(local) + fraction(local.getNano()) + COLON_OFFSET.format(local);
    }

    /// `2006-01-02T15:04:05.000000000Z`, always nine digits: the time of an event or of a log line.
    public static String rfc3339NanoFixed(Instant time, ZoneId zone) {
        var local = time.atZone(zone);
        return RFC3339.format(local) + String.format(".%09d", local.getNano()) + COLON_OFFSET.format(local);
    }

    private static String fraction(int nanos) {
        return nanos == 0 ? "" : String.format(".%09d", nanos).replaceAll("0+$", "");
    }

    /// Reads what `--since` and `--until` take: a Go duration back from now (`10m`), a date, a date and time with or
    /// without zone (RFC 3339, to the hour, minute, second or a fraction), or Unix seconds with an optional fraction.
    /// Without a zone it is the caller's, as the clock's zone has it now.
    ///
    /// @throws IllegalArgumentException in docker's words
    public static Instant parse(String text, Clock clock) {
        if (!text.equals("0")) {
            try {
                return clock.instant().minus(GoDuration.parse(text));
            } catch (IllegalArgumentException notADuration) {
                // one of the other forms
            }
        }
        var unix = UNIX.matcher(text);
        if (unix.matches()) {
            return unix(text, unix.group(1), unix.group(2));
        }
        var match = CLOCK.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("failed to parse value as time or duration: " + GoText.quote(text));
        }
        return moment(text, match, clock);
    }

    private static Instant moment(String text, Matcher match, Clock clock) {
        var month = YearMonth.of(number(match.group(1)), inRange(text, "month", match.group(2), 1, 12));
        var time = LocalDateTime.of(
                month.getYear(),
                month.getMonthValue(),
                inRange(text, "day", match.group(3), 1, month.lengthOfMonth()),
                inRange(text, "hour", match.group(4), 0, 23),
                inRange(text, "minute", match.group(5), 0, 59),
                inRange(text, "second", match.group(6), 0, 59),
                nanos(match.group(7)));
        try {
            return time.toInstant(offset(match.group(8), clock));
        } catch (DateTimeException noSuchOffset) {
            throw new IllegalArgumentException(
                    "parsing time " + GoText.quote(text) + ": time zone offset out of range", noSuchOffset);
        }
    }

    private static int inRange(String text, String field, @Nullable String digits, int least, int most) {
        int value = number(digits);
        if (value < least || value > most) {
            throw new IllegalArgumentException("parsing time " + GoText.quote(text) + ": " + field + " out of range");
        }
        return value;
    }

    private static Instant unix(String text, String seconds, @Nullable String fraction) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds), nanos(fraction));
        } catch (NumberFormatException | DateTimeException beyond) {
            throw new IllegalArgumentException(
                    "failed to parse value as time or duration: " + GoText.quote(text), beyond);
        }
    }

    // the offset of now, also for a date on the other side of a clock change: so does docker
    private static ZoneOffset offset(@Nullable String text, Clock clock) {
        return text == null ? clock.getZone().getRules().getOffset(clock.instant()) : ZoneOffset.of(text);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String digits) {
        if (digits == null) return 0;
        return Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    /// Roughly how long ago, in docker's words: `3 hours ago`; `N/A` for a moment that is not set (Go's zero time or the
    /// epoch).
    public static String ago(Instant time, Clock clock) {
        if (time.getEpochSecond() <= 0) return "N/A";
        return GoDuration.human(Duration.between(time, clock.instant())) + " ago";
    }
}
