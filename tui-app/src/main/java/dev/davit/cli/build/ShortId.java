package dev.davit.cli.build;

/// An image's id as people read it.
final class ShortId {
    private static final int LENGTH = 12;

    private ShortId() {}

    /// The first twelve digits, without the algorithm.
    static String of(String id) {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.length() <= LENGTH ? digits : digits.substring(0, LENGTH);
    }
}
