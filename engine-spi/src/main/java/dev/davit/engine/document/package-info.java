/// Docker's JSON documents as plain values: a tree, a strict parser, and a writer that prints as Go's `encoding/json`
/// does. No dependency, so every engine, the server and the templates share it.
@NullMarked
package dev.davit.engine.document;

import org.jspecify.annotations.NullMarked;
