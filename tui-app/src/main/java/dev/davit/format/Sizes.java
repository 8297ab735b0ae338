package dev.davit.format;

import java.util.List;
import java.util.Locale;

/// Sizes in bytes, as docker writes and reads them.
public final class Sizes {
    private static final List<String> DECIMAL = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB");
    private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB");

    private Sizes() {}

    /// Thousands, three digits: `1.24MB`. What `images`, `ps --size`, `history` and the traffic of `stats` show.
    public static String decimal(long bytes) {
        return decimal(bytes, 3);
    }

    /// Thousands, with so many significant digits; docker uses four for disk usage and the progress of a pull.
    public static String decimal(long bytes, int digits) {
        return scaled((double) bytes, 1000, digits, DECIMAL);
    }

    /// Powers of 1024, four digits: `1.238MiB`. What the memory of `stats` and `info` is shown in.
    public static String binary(long bytes) {
        return scaled((double) bytes, 1024, 4, BINARY);
    }

    private static String scaled(double bytes, double base, int digits, List<String> units) {
        int unit = 0;
        while (bytes >= base && unit < units.size() - 1) {
            bytes /= base;
            unit++;
        }
        return GoFloat.format(bytes, 'g', digits) + units.get(unit);
    }

    /// Reads a size of memory: `512m`, `1.5g`, `64 KiB`, `1024`. The letters `k m g t p` mean powers of 1024, whether or
    /// not `b` or `ib` follows, in either case.
    ///
    /// @return bytes, rounded down
    /// @throws IllegalArgumentException in docker's words
    public static long parse(String text) {
        return parse(text, 1024);
    }

    /// As [#parse], where the letters mean powers of 1000.
    public static long parseDecimal(String text) {
        return parse(text, 1000);
    }

    private static long parse(String text, int base) {
        int last = text.length() - 1;
        while (last >= 0 && "0123456789. ".indexOf(text.charAt(last)) < 0) last--;
        if (last < 0) throw new IllegalArgumentException("invalid size: '" + text + "'");
        var number = text.charAt(last) == ' ' ? text.substring(0, last) : text.substring(0, last + 1);
        double size = number(number);
        if (size < 0) throw new IllegalArgumentException("invalid size: '" + text + "'");
        return (long) (size * factor(text.substring(last + 1).toLowerCase(Locale.ROOT), base));
    }

    private static double number(String text) {
        // Java's own parser also takes "1f", "1d" and white space
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw new IllegalArgumentException("strconv.ParseFloat: parsing \"" + text + "\": invalid syntax");
        }
        return Double.parseDouble(text);
    }

    private static double factor(String suffix, int base) {
        if (suffix.isEmpty() || suffix.equals("b")) return 1;
        int power = "bkmgtp".indexOf(suffix.charAt(0));
        var rest = suffix.substring(1);
        if (power < 1 || !(rest.isEmpty() || rest.equals("b") || rest.equals("ib"))) {
            throw new IllegalArgumentException("invalid suffix: '" + suffix + "'");
        }
        return Math.pow(base, power);
    }
}
