package dev.davit.cli.container;

/// When `create` and `run` pull the image.
enum PullPolicy {
    ALWAYS,
    MISSING,
    NEVER;

    static PullPolicy of(String word) {
        return switch (word) {
            case "always" -> ALWAYS;
            case "missing", "" -> MISSING;
            case "never" -> NEVER;
            default -> throw new IllegalArgumentException("it takes always, missing or never");
        };
    }
}
