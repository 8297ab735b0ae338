package dev.davit.console.paint;

import dev.davit.console.store.Series;
import java.util.List;
import java.util.Locale;

/// Figures in at most seven columns, and the round numbers that their graphs end at.
final class Amount {
    private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final List<String> DECIMAL = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

    private Amount() {}

    /// A value: `12.3%`, `49.4MiB`, `1.2kB`, `3`.
    static String text(Series series, double value) {
        return switch (series) {
            case CPU -> value < 999.5 ? digits(value) + "%" : Math.round(value) + "%";
            case MEMORY -> scaled(value, 1024, BINARY);
            case RECEIVED, SENT, READ, WRITTEN -> scaled(value, 1000, DECIMAL);
            case PIDS -> Long.toString(Math.round(value));
        };
    }

    /// The same in five columns or less: `49.4M`, `1.2k`.
    static String shortly(Series series, double value) {
        return text(series, value).replace("iB", "").replace("B", "");
    }

    /// What stands behind a value that is of a second.
    static String per(Series series) {
        return switch (series) {
            case RECEIVED, SENT, READ, WRITTEN -> "/s";
            case CPU, MEMORY, PIDS -> "";
        };
    }

    /// A round number: `64MiB`, `2kB/s`.
    static String round(Series series, double value) {
        return text(series, value).replace(".0", "") + per(series);
    }

    /// The least round number that a graph of values up to this can end at; never so small that idle noise fills it.
    static double top(Series series, double max) {
        return switch (series) {
            case CPU -> decimal(Math.max(max, 10));
            case MEMORY -> binary(Math.max(max, 1 << 20));
            case RECEIVED, SENT, READ, WRITTEN -> decimal(Math.max(max, 1000));
            case PIDS -> decimal(Math.max(max, 5));
        };
    }

    /// 1, 2, 5, 10, 20, …
    private static double decimal(double least) {
        double unit = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) if (factor * unit >= least) return factor * unit;
        return 10 * unit;
    }

    private static double binary(double least) {
        double top = 1 << 20;
        while (top < least) top *= 2;
        return top;
    }

    private static String scaled(double value, int base, List<String> units) {
        double rest = value;
        int unit = 0;
        while (rest >= 999.5 && unit < units.size() - 1) {
            rest /= base;
            unit++;
        }
        return (unit == 0 ? Long.toString(Math.round(rest)) : digits(rest)) + units.get(unit);
    }

    /// Three digits at most.
    private static String digits(double value) {
        return value < 99.95 ? String.format(Locale.ROOT, "%.1f", value) : Long.toString(Math.round(value));
    }
}
