package dev.davit.console.model;

/// Where a key means something: the same key may do different things in different scopes.
public enum Scope {
    /// On every screen that does not take text.
    ANYWHERE("everywhere"),
    CONTAINERS("containers"),
    LOG("logs"),
    OUTPUT("output"),
    HELP("help"),
    CONFIRM("question"),
    PROMPT("line");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /// Its name in help and in keymaps.
    public String word() {
        return word;
    }
}
