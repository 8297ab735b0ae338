package dev.davit.engine.container;

/// What somebody typed to mean a container: a full id, a name (with or without `/`), or a prefix of an id.
/// The engine resolves it, in that order; an ambiguous prefix is an error that says so.
///
/// @param text as typed; never empty
public record ContainerRef(String text) {

    public ContainerRef {
        if (text.isEmpty()) throw new IllegalArgumentException("a container reference cannot be empty");
    }

    /// The reference that means exactly this container.
    public static ContainerRef of(ContainerId id) {
        return new ContainerRef(id.value());
    }

    /// What was typed, without the slash that docker's documents write before a name.
    public String bare() {
        return text.length() > 1 && text.startsWith("/") ? text.substring(1) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
