package dev.davit.engine.document;

/// A string, decoded. Half surrogate pairs, which UTF-8 cannot carry, were replaced by U+FFFD when it was parsed.
public record JsonString(String value) implements Json {
    @Override
    public String toString() {
        return text();
    }
}
