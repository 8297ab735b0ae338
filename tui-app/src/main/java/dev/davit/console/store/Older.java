package dev.davit.console.store;

/// What is known of the lines of a log before the first one that is held.
public enum Older {
    /// Whoever gets to the first one has more of them read.
    UNKNOWN(""),
    READING("reading older lines"),
    /// There are none.
    NONE("the beginning"),
    /// There is no room for them.
    TOO_MANY("the buffer is full");

    private final String words;

    Older(String words) {
        this.words = words;
    }

    /// What the title row says.
    public String words() {
        return words;
    }
}
