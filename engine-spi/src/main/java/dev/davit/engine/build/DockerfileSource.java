package dev.davit.engine.build;

/// Where a build's Dockerfile is.
public sealed interface DockerfileSource {

    /// In the context.
    ///
    /// @param path from the context's root, with slashes: `Dockerfile`, `docker/app.Dockerfile`
    record InContext(String path) implements DockerfileSource {}

    /// Not in the context: the caller has it.
    ///
    /// @param text all of it
    record Text(String text) implements DockerfileSource {}

    /// `Dockerfile` at the context's root.
    DockerfileSource USUAL = new InContext("Dockerfile");
}
