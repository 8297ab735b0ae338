package dev.davit.engine.volume;

/// A volume's name, whole: an engine knows no prefixes of it.
///
/// @param text as typed; never empty
public record VolumeRef(String text) {

    public VolumeRef {
        if (text.isEmpty()) throw new IllegalArgumentException("a volume reference cannot be empty");
    }

    @Override
    public String toString() {
        return text;
    }
}
