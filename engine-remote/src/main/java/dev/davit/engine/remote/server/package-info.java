/// Any engine, served as the Docker Engine API: paths and parameters in, calls of the engine's ports, documents out.
///
/// `Router` finds the handler of a request; each `…Routes` holds those of one noun. Source of shapes and codes: the Docker
/// Engine API, versions 1.24 to 1.50, and what dockerd answers.
@NullMarked
package dev.davit.engine.remote.server;

import org.jspecify.annotations.NullMarked;
