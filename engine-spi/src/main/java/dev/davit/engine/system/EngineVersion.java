package dev.davit.engine.system;

import dev.davit.engine.document.Document;

/// An engine's version.
///
/// @param version of the engine
/// @param apiVersion newest spoken
/// @param minimumApiVersion oldest spoken
/// @param os its operating system
/// @param arch in Go's spelling
/// @param document Docker's version document
public record EngineVersion(
        String version, String apiVersion, String minimumApiVersion, String os, String arch, Document document) {}
