package dev.davit.engine;

import java.util.Optional;

/// Opens engines of one kind from what the user named. Found by `ServiceLoader`.
public interface EngineProvider {

    /// The word of `--engine`: `docker` or `native`.
    String name();

    /// Whether this provider opens such an address: its own [#name()] or a URL with a scheme it knows.
    boolean accepts(String address);

    /// Whether an engine of this kind answers where it would be opened by its bare name, in one cheap look
    /// (a few milliseconds), or else the reason in half a sentence: `no socket at /var/run/docker.sock`.
    ///
    /// @return empty when it answers
    Optional<String> whyNot(EngineSettings settings);

    /// Opens the engine.
    ///
    /// @param address something that [#accepts(String)] accepts
    /// @throws EngineException.Unavailable when nothing answers there; the sentence names the address and the way out
    /// @throws EngineException.Denied when the socket may not be opened; the sentence names the group to join
    Engine open(String address, EngineSettings settings);
}
