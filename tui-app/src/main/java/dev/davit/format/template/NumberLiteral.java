package dev.davit.format.template;

import dev.davit.format.GoText;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/// Reads Go's numbers (`12`, `0x1F`, `1_000`, `1.5e3`) and characters (`'a'`).
final class NumberLiteral {
    private static final String INTEGER =
            "[+-]?(0[xX](_?[0-9a-fA-F])+|0[bB](_?[01])+|0[oO](_?[0-7])+|0(_?[0-7])+|0|[1-9](_?[0-9])*)";
    private static final String DECIMAL = "[+-]?([0-9](_?[0-9])*\\.?([0-9](_?[0-9])*)?|\\.[0-9](_?[0-9])*)([eE][+-]?[0-9]+)?";

    private NumberLiteral() {}

    /// @throws IllegalArgumentException in Go's words
    static Node.Numeral parse(int position, String text) {
        if (text.startsWith("'")) {
            var character = StringLiteral.parse(text);
            if (character.codePointCount(0, character.length()) != 1) {
                throw new IllegalArgumentException("malformed character constant: " + text);
            }
            int point = character.codePointAt(0);
            return new Node.Numeral(position, text, Optional.of((long) point), point, false);
        }
        if (text.matches(INTEGER)) {
            var value = integer(text);
            if (value.bitLength() > 64) throw new IllegalArgumentException("integer overflow: " + GoText.quote(text));
            var whole = value.bitLength() <= 63 ? Optional.of(value.longValueExact()) : Optional.<Long>empty();
            return new Node.Numeral(position, text, whole, value.doubleValue(), false);
        }
        if (!text.matches(DECIMAL)) throw illegal(text);
        if (!text.matches(".*[.eE].*")) throw new IllegalArgumentException("integer overflow: " + GoText.quote(text));
        double value = Double.parseDouble(text.replace("_", ""));
        if (Double.isInfinite(value)) throw illegal(text);
        var whole = value == (double) (long) value ? Optional.of((long) value) : Optional.<Long>empty();
        return new Node.Numeral(position, text, whole, value, true);
    }

    private static IllegalArgumentException illegal(String text) {
        return new IllegalArgumentException("illegal number syntax: " + GoText.quote(text));
    }

    private static BigInteger integer(String text) {
        var digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) digits = digits.substring(1);
        int radix = 10;
        if (digits.startsWith("0x")) radix = 16;
        else if (digits.startsWith("0b")) radix = 2;
        else if (digits.startsWith("0") && digits.length() > 1) radix = 8;
        if (radix != 10) digits = digits.replaceFirst("^0[xbo]?", "");
        var value = new BigInteger(digits, radix);
        return negative ? value.negate() : value;
    }
}
