package dev.davit.console.model;

import java.util.List;

/// How it stands with the engine.
public sealed interface Connection {

    /// It is being opened for the first time.
    record Connecting() implements Connection {}

    /// It answers.
    ///
    /// @param choice which it is and why: `docker (its socket answers)`
    /// @param name what answers: `Docker Engine 20.10.24`
    /// @param here whether it is on this machine, so that ports that it publishes are this machine's
    /// @param host its machine's name for the user's browser; empty when that is not known
    record Connected(String choice, String name, boolean here, String host) implements Connection {}

    /// It does not; it is tried again and again.
    ///
    /// @param sentence what was tried and why it failed
    /// @param others what else there is, a line each
    record Lost(String sentence, List<String> others) implements Connection {
        public Lost {
            others = List.copyOf(others);
        }
    }
}
