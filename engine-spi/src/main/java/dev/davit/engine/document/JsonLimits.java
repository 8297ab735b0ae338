package dev.davit.engine.document;

/// What a parser accepts from a peer that may be broken or hostile.
///
/// @param depth most arrays and objects inside each other
/// @param bytes longest text, in characters of a string or bytes of UTF-8
public record JsonLimits(int depth, int bytes) {
    /// 1,000 levels and 64 MiB: far above any document of a container engine.
    public static final JsonLimits STANDARD = new JsonLimits(1_000, 64 << 20);

    public JsonLimits {
        if (depth < 1 || depth > 2_000) {
            throw new IllegalArgumentException("depth must be 1 to 2000, was " + depth);
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be positive, was " + bytes);
        }
    }
}
