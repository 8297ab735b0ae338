package dev.davit.console.paint;

/// Numbers with one decimal, as `%.1f` writes them. By hand: a frame of figures has a hundred of them, and a format string is read
/// anew for each.
final class Tenths {
    private Tenths() {}

    /// @param value not negative
    static String of(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
