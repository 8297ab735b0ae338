package dev.davit.cli;

import dev.davit.format.GoDuration;
import dev.davit.format.Sizes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/// The forms of numbers, sizes and spans in flags. Every failure is an `IllegalArgumentException` that says in half a
/// sentence what is wanted.
public final class Values {
    private Values() {}

    /// A whole number, as Go reads it: decimal, or with 0x, 0o, 0b or a leading 0.
    public static long whole(String text) {
        try {
            boolean negative = text.startsWith("-");
            String digits = negative || text.startsWith("+") ? text.substring(1) : text;
            if (digits.isEmpty() || !Character.isLetterOrDigit(digits.charAt(0))) throw new NumberFormatException();
            String low = digits.toLowerCase(Locale.ROOT);
            int radix = 10;
            if (low.startsWith("0x")) radix = 16;
            else if (low.startsWith("0b")) radix = 2;
            else if (low.startsWith("0o")) radix = 8;
            if (radix != 10) low = low.substring(2);
            else if (low.length() > 1 && low.startsWith("0")) radix = 8;
            return Long.parseLong((negative ? "-" : "") + low, radix);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it takes a whole number", e);
        }
    }

    /// A size in bytes with a binary unit, as `512m`; -1 as it is.
    public static long bytes(String text) {
        return text.strip().equals("-1") ? -1 : Sizes.parse(text);
    }

    /// A span in Go's form: `300ms`, `1.5h`, `1m30s`.
    public static Duration duration(String text) {
        return GoDuration.parse(text);
    }

    /// A number of CPUs in billionths.
    public static long nanoCpus(String text) {
        try {
            return new BigDecimal(text).movePointRight(9).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("CPUs have at most nine digits after the point", e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it takes a number such as 1.5", e);
        }
    }
}
