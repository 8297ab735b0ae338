package dev.davit.engine.image;

/// What somebody typed to mean an image: a name with or without tag, a digest, an id or a prefix of one.
///
/// @param text as typed; never empty
public record ImageRef(String text) {

    public ImageRef {
        if (text.isEmpty()) throw new IllegalArgumentException("an image reference cannot be empty");
    }

    @Override
    public String toString() {
        return text;
    }
}
