package dev.davit.engine.container;

/// What [Containers#exits] waits for.
public enum WaitCondition {
    /// It does not run: at once when it already does not.
    NOT_RUNNING,
    /// The next time that it ends.
    NEXT_EXIT,
    /// It is gone; the status is that of its last run.
    REMOVED
}
