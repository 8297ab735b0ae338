package dev.davit.engine.contract;

import dev.davit.engine.Engine;
import dev.davit.engine.image.Credentials;
import java.io.IOException;

/// An engine that is to keep the contract, and what the contract needs around it. One is opened for each contract class, and
/// closed after it.
public interface EngineUnderTest extends AutoCloseable {

    /// The engine.
    Engine engine();

    /// The same engine opened once more, as by somebody else; whoever asks closes it.
    Engine openAgain();

    /// The name of an image that is in its store: `/bin/sh` and the usual small programs, started with `sh`.
    String busybox();

    /// Puts an image that nothing else uses into the store.
    ///
    /// @param name the only name that it gets, with a tag
    void addImage(String name) throws IOException;

    /// Puts busybox into a registry that the engine reaches and that lets anybody read.
    ///
    /// @return the reference to pull; no image of that name is in the store
    String offer(String repository, String tag) throws IOException;

    /// Credentials that a registry which the engine reaches accepts, and no others.
    Credentials account() throws IOException;

    @Override
    void close();
}
