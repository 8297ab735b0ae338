/// The parts of Docker's documents that Davit decides by, as records with generated adapters. Fields that are absent or null
/// on the wire are null here; the translation into the engine's values is the only reader.
///
/// Source: the Docker Engine API, versions 1.24 to 1.50.
@NullMarked
package dev.davit.engine.remote.wire;

import org.jspecify.annotations.NullMarked;
