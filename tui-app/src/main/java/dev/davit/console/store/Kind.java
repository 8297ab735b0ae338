package dev.davit.console.store;

/// The kinds of things that have a table of their own beside the containers.
public enum Kind {
    IMAGES("images"),
    NETWORKS("networks"),
    VOLUMES("volumes");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /// Their name, in the plural.
    public String word() {
        return word;
    }
}
