package dev.davit.engine.document;

/// A JSON text in Docker's shape: the daemon's own bytes where there is a daemon, so that fields nobody here knows survive.
///
/// @param json one JSON value
public record Document(String json) {

    @Override
    public String toString() {
        return json;
    }
}
