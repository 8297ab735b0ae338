package dev.davit.engine.document;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// A number, kept as its text: a 64-bit integer, an unsigned one and `1.50` come out as they went in.
public record JsonNumber(String text) implements Json {

    /// @throws IllegalArgumentException when `text` is not a JSON number
    public JsonNumber {
        if (endOf(text, 0) != text.length()) {
            throw new IllegalArgumentException("not a JSON number: " + text);
        }
    }

    /// As Go prints a float64: plain digits between 1e-6 and 1e21, else with an exponent.
    static JsonNumber of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no " + value);
        }
        if (value == 0) {
            return new JsonNumber(1 / value < 0 ? "-0" : "0");
        }
        double size = Math.abs(value);
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (size >= 1e-6 && size < 1e21) {
            return new JsonNumber(shortest.toPlainString());
        }
        var digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return new JsonNumber(
                (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent);
    }

    /// True when the text has neither fraction nor exponent.
    public boolean isInteger() {
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    }

    /// The value when it is an integer of 64 bits.
    public OptionalLong asLong() {
        if (!isInteger()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException beyond64Bits) {
            return OptionalLong.empty();
        }
    }

    /// The nearest double; infinite when the number is beyond it.
    public double asDouble() {
        return Double.parseDouble(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /// The offset just after the longest number that starts at `start`, or -1 when none does (RFC 8259, section 6).
    static int endOf(String text, int start) {
        int at = start;
        int length = text.length();
        if (at < length && text.charAt(at) == '-') {
            at++;
        }
        int whole = digits(text, at);
        if (whole == at) {
            return -1;
        }
        if (text.charAt(at) == '0' && whole > at + 1) {
            return -1;
        }
        at = whole;
        if (at < length && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            if (fraction == at + 1) {
                return -1;
            }
            at = fraction;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1;
            if (sign < length && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
                sign++;
            }
            int exponent = digits(text, sign);
            if (exponent == sign) {
                return -1;
            }
            at = exponent;
        }
        return at;
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
