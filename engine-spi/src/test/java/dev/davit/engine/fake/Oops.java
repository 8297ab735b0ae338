package dev.davit.engine.fake;

import dev.davit.engine.EngineException;

/// The engine's errors, each one sentence: what was tried, and why not.
final class Oops {
    private Oops() {}

    static EngineException notFound(String what, String reason) {
        return new EngineException.NotFound("cannot " + what + ": " + reason);
    }

    static EngineException conflict(String what, String reason) {
        return new EngineException.Conflict("cannot " + what + ": " + reason);
    }

    static EngineException invalid(String what, String reason) {
        return new EngineException.Invalid("cannot " + what + ": " + reason);
    }

    static EngineException denied(String what, String reason) {
        return new EngineException.Denied("cannot " + what + ": " + reason);
    }

    static EngineException failed(String what, String reason) {
        return new EngineException.Failed("cannot " + what + ": " + reason);
    }

    static EngineException lost(String what) {
        return new EngineException.Unavailable("cannot " + what + ": lost the engine at " + World.ADDRESS, null);
    }

    static EngineException cancelled(String what) {
        Thread.currentThread().interrupt();
        return new EngineException.Cancelled("cannot " + what + ": interrupted");
    }
}
