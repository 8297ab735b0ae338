package dev.davit.console.store;

import dev.davit.engine.container.StdStream;

/// Which streams' lines are shown.
public enum Streams {
    BOTH("stdout and stderr"),
    STDOUT("stdout only"),
    STDERR("stderr only");

    private final String words;

    Streams(String words) {
        this.words = words;
    }

    /// What the user is told.
    public String words() {
        return words;
    }

    /// The next, and after the last the first.
    public Streams next() {
        return switch (this) {
            case BOTH -> STDOUT;
            case STDOUT -> STDERR;
            case STDERR -> BOTH;
        };
    }

    boolean have(StdStream stream) {
        return switch (this) {
            case BOTH -> true;
            case STDOUT -> stream == StdStream.STDOUT;
            case STDERR -> stream == StdStream.STDERR;
        };
    }
}
