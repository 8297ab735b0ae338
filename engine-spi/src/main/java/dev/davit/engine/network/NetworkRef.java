package dev.davit.engine.network;

/// What somebody typed to mean a network: a full id, a name, or a prefix of an id. The engine resolves it, in that order.
///
/// @param text as typed; never empty
public record NetworkRef(String text) {

    public NetworkRef {
        if (text.isEmpty()) throw new IllegalArgumentException("a network reference cannot be empty");
    }

    @Override
    public String toString() {
        return text;
    }
}
