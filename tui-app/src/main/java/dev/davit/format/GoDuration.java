package dev.davit.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;

/// Durations in Go's spelling: `1h2m3.5s`, `300ms`, `0s`.
public final class GoDuration {
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDuration() {}

    /// Reads a duration as Go's `time.ParseDuration` does.
    ///
    /// @throws IllegalArgumentException in Go's words
    public static Duration parse(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        var unsigned = text.substring(at);
        if (unsigned.equals("0")) return Duration.ZERO;
        if (unsigned.isEmpty()) throw invalid(text);
        var nanos = BigDecimal.ZERO;
        while (at < text.length()) {
            int number = at;
            while (at < text.length() && isNumeric(text.charAt(at))) at++;
            var digits = text.substring(number, at);
            if (!digits.matches("\\d+\\.?\\d*|\\.\\d+")) throw invalid(text);
            int unit = at;
            while (at < text.length() && !isNumeric(text.charAt(at))) at++;
            var name = text.substring(unit, at);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("time: missing unit in duration " + GoText.quote(text));
            }
            var factor = UNITS.get(name);
            if (factor == null) {
                throw new IllegalArgumentException(
                        "time: unknown unit " + GoText.quote(name) + " in duration " + GoText.quote(text));
            }
            var part = new BigDecimal(digits.endsWith(".") ? digits + "0" : digits).multiply(BigDecimal.valueOf(factor));
            nanos = nanos.add(part.setScale(0, RoundingMode.DOWN));
        }
        if (text.startsWith("-")) nanos = nanos.negate();
        if (nanos.toBigInteger().bitLength() > 63) throw invalid(text);
        return Duration.ofNanos(nanos.longValueExact());
    }

    private static boolean isNumeric(char c) {
        return c == '.' || (c >= '0' && c <= '9');
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("time: invalid duration " + GoText.quote(text));
    }

    /// Writes as Go's `Duration.String`: `1m30s`, `1.5ms`, `0s`.
    public static String format(Duration duration) {
        if (duration.isZero()) return "0s";
        var sign = duration.isNegative() ? "-" : "";
        var size = duration.abs();
        long seconds = size.toSeconds();
        if (seconds == 0) return sign + belowSecond(size.toNanos());
        var text = new StringBuilder(sign);
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        if (hours > 0) text.append(hours).append('h');
        if (hours > 0 || minutes > 0) text.append(minutes).append('m');
        return text.append(decimal(seconds % 60, size.toNanosPart(), 9)).append('s').toString();
    }

    private static String belowSecond(long nanos) {
        if (nanos < 1_000) return nanos + "ns";
        if (nanos < 1_000_000) return decimal(nanos / 1_000, nanos % 1_000, 3) + "\u00b5s";
        return decimal(nanos / 1_000_000, nanos % 1_000_000, 6) + "ms";
    }

    private static String decimal(long whole, long fraction, int digits) {
        return BigDecimal.valueOf(fraction, digits)
                .add(BigDecimal.valueOf(whole))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// Writes roughly, in docker's words: `Less than a second`, `About a minute`, `3 hours`, `2 weeks`.
    public static String human(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) return "Less than a second";
        if (seconds == 1) return "1 second";
        if (seconds < 60) return seconds + " seconds";
        long minutes = seconds / 60;
        if (minutes == 1) return "About a minute";
        if (minutes < 60) return minutes + " minutes";
        long hours = (seconds + 1800) / 3600;
        if (hours == 1) return "About an hour";
        if (hours < 48) return hours + " hours";
        if (hours < 24 * 7 * 2) return hours / 24 + " days";
        if (hours < 24 * 30 * 2) return hours / 24 / 7 + " weeks";
        if (hours < 24 * 365 * 2) return hours / 24 / 30 + " months";
        return seconds / 3600 / 24 / 365 + " years";
    }
}
