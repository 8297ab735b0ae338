package dev.davit.engine.remote;

import dev.davit.engine.EngineException;

/// What an older daemon would not look at.
final class Requests {
    private Requests() {}

    /// Refuses to ask for what a daemon of this version knows nothing of and would silently drop.
    ///
    /// @param what the call in half a sentence: `create network front`
    /// @param wish what it needs: `a gateway's priority`
    static void need(String what, ApiVersion version, int minor, String wish) {
        if (version.atLeast(minor)) return;
        throw new EngineException.Invalid("cannot " + what + ": " + wish + " needs API version 1." + minor
                + ", and the daemon is spoken to in " + version);
    }
}
