package dev.davit.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Floating-point numbers in the shapes of Go's `strconv.FormatFloat`.
public final class GoFloat {
    /// As many digits as tell the number from its neighbours.
    public static final int SHORTEST = -1;

    private GoFloat() {}

    /// @param verb one of `e E f F g G`
    /// @param precision digits after the point (`e`, `f`) or significant digits (`g`), or [#SHORTEST]
    public static String format(double value, char verb, int precision) {
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "+Inf" : "-Inf";
        var sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
        var size = precision == SHORTEST ? shortest(Math.abs(value)) : new BigDecimal(Math.abs(value));
        return sign
                + switch (verb) {
                    case 'f', 'F' -> fixed(size, precision);
                    case 'e', 'E' -> scientific(size, precision, verb);
                    case 'g', 'G' -> general(size, precision, verb);
                    default -> throw new IllegalArgumentException("no verb %" + verb);
                };
    }

    private static BigDecimal shortest(double size) {
        return size == 0 ? BigDecimal.ZERO : new BigDecimal(Double.toString(size)).stripTrailingZeros();
    }

    private static String fixed(BigDecimal size, int precision) {
        if (precision == SHORTEST) return size.toPlainString();
        return size.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(BigDecimal size, int precision, char verb) {
        var rounded = precision == SHORTEST ? size : round(size, precision + 1);
        var digits = new StringBuilder(rounded.unscaledValue().toString());
        int exponent = size.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
        while (digits.length() < precision + 1) digits.append('0');
        if (digits.length() > 1) digits.insert(1, '.');
        return digits.append(exponentText(exponent, verb)).toString();
    }

    private static String general(BigDecimal size, int precision, char verb) {
        int wanted = precision == 0 ? 1 : precision;
        var rounded = precision == SHORTEST ? size : round(size, wanted).stripTrailingZeros();
        int digits = rounded.precision();
        int exponent = rounded.signum() == 0 ? 0 : digits - 1 - rounded.scale();
        int pointAt = exponent + 1;
        int limit = precision == SHORTEST ? 6 : wanted > digits && digits >= pointAt ? digits : wanted;
        if (exponent < -4 || exponent >= limit) return scientific(rounded, SHORTEST, verb == 'g' ? 'e' : 'E');
        return rounded.toPlainString();
    }

    private static BigDecimal round(BigDecimal size, int digits) {
        return size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String exponentText(int exponent, char verb) {
        int size = Math.abs(exponent);
        return verb + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }
}
