package dev.davit.engine.container;

/// How to remove a container.
///
/// @param force kill it first if it runs
/// @param volumes remove its anonymous volumes too
/// @param link remove the link of that name, not the container
public record RemoveOptions(boolean force, boolean volumes, boolean link) {

    /// Only when it does not run; volumes stay.
    public static final RemoveOptions GENTLE = new RemoveOptions(false, false, false);

    /// Whatever it does.
    public static final RemoveOptions FORCE = new RemoveOptions(true, false, false);
}
