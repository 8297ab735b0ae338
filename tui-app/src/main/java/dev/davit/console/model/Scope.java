package dev.davit.console.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a key means something: the same key may do different things in different scopes.
public enum Scope {
    /// On every screen that does not take text.
    ANYWHERE("everywhere", null),
    /// In every table.
    TABLE("tables", ANYWHERE),
    CONTAINERS("containers", TABLE),
    IMAGES("images", TABLE),
    NETWORKS("networks", TABLE),
    VOLUMES("volumes", TABLE),
    /// Where something can be looked for.
    SEARCHED("searchable", ANYWHERE),
    TREE("tree", SEARCHED),
    /// In every screen of lines.
    TEXT("texts", SEARCHED),
    LOG("logs", TEXT),
    OUTPUT("output", TEXT),
    STATS("stats", ANYWHERE),
    CHOICE("choices", ANYWHERE),
    HELP("help", ANYWHERE),
    CONFIRM("question", ANYWHERE),
    PROMPT("line", ANYWHERE);

    private final String word;
    private final @Nullable Scope wider;

    Scope(String word, @Nullable Scope wider) {
        this.word = word;
        this.wider = wider;
    }

    /// This one and the wider ones whose keys mean something here too, unless they mean something else.
    List<Scope> chain() {
        var chain = new ArrayList<Scope>();
        for (var scope = this; scope != null; scope = scope.wider) chain.add(scope);
        return chain;
    }

    /// Whether what can be done in another scope can be done here too.
    public boolean sees(Scope other) {
        return chain().contains(other);
    }

    /// Whether there are screens that have its keys, not only narrower scopes.
    boolean isScreen() {
        if (this == PROMPT) return false;
        for (var scope : values()) if (scope.wider == this) return false;
        return true;
    }

    /// Whether rows are looked at.
    boolean isTable() {
        return wider == TABLE || this == CHOICE;
    }

    /// Its name in help and in keymaps.
    public String word() {
        return word;
    }
}
