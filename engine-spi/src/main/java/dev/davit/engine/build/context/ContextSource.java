package dev.davit.engine.build.context;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/// A context as its entries.
public interface ContextSource {

    /// The entries, folders before what is in them, in an order that is the same each time. They are found while they are read.
    ///
    /// @throws IOException also from within the iterator, as `UncheckedIOException`: what could not be read, in one sentence
    Iterator<ContextEntry> entries() throws IOException;

    /// The text of one file of the context, whether or not it is among the entries; empty when there is none.
    ///
    /// @param path from the context's root; it never leads out of it
    Optional<String> text(String path) throws IOException;

    /// Rules other than those of the context's own `.dockerignore` that were applied, as text. An engine that finds the rules in the
    /// context, to hide the Dockerfile from the build's own copies, is to find these there.
    Optional<String> foreignRules();
}
