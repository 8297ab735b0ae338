package dev.davit.engine.remote;

import java.util.Optional;

/// A version of the Docker Engine API.
///
/// @param major 1
/// @param minor counts up
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

    /// Reads `1.41`.
    public static Optional<ApiVersion> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return Optional.empty();
        try {
            return Optional.of(
                    new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// Whether this is that version or a newer one.
    public boolean atLeast(int wantedMinor) {
        return major > 1 || minor >= wantedMinor;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
