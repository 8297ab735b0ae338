package dev.davit.engine.build.dockerfile;

/// Something that is wrong in a Dockerfile.
///
/// @param line where it stands, from 1
/// @param sentence what is wrong, and what was meant perhaps
public record Mistake(int line, String sentence) {

    @Override
    public String toString() {
        return "line " + line + ": " + sentence;
    }
}
