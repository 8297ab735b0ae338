package dev.davit.engine.container;

import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import java.util.List;

/// The life of containers.
///
/// A container is *created* from an image, *started*, perhaps *paused* and *unpaused*, ends by itself or is *stopped* or
/// *killed*, may be started again, and is *removed*. Asking for a state that already holds (start a running one, stop a
/// stopped one) is no error and changes nothing; a step that the state forbids (pause a stopped one, remove a running one)
/// is [dev.davit.engine.EngineException.Conflict]. Each call that takes a [ContainerRef] throws
/// [dev.davit.engine.EngineException.NotFound] when it means no container.
public interface Containers {

    /// The containers that match, newest first.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be
    List<ContainerSummary> list(ContainerQuery query);

    /// One container in full.
    default ContainerDetails inspect(ContainerRef container) {
        return inspect(container, false);
    }

    /// One container in full.
    ///
    /// @param sizes whether its document holds `SizeRw` and `SizeRootFs` (slow)
    ContainerDetails inspect(ContainerRef container, boolean sizes);

    /// Creates a container; it does not run yet.
    ///
    /// @throws dev.davit.engine.EngineException.NotFound when the image is not in the store: nothing is pulled
    /// @throws dev.davit.engine.EngineException.Conflict when the name is taken
    /// @throws dev.davit.engine.EngineException.Invalid when the specification contradicts itself
    CreatedContainer create(ContainerSpec spec);

    /// Starts it. A container whose command cannot be executed stays, with [ContainerDetails#exitCode()] 126 or 127.
    ///
    /// @throws dev.davit.engine.EngineException.Failed or `Invalid` with the runtime's reason
    default void start(ContainerRef container) {
        start(container, StartOptions.NONE);
    }

    /// Starts it.
    void start(ContainerRef container, StartOptions options);

    /// Sends the stop signal, waits the grace period, then kills; returns when it has ended.
    void stop(ContainerRef container, StopOptions options);

    /// Stops it as [#stop] does and starts it.
    void restart(ContainerRef container, StopOptions options);

    /// Sends a signal to its first process.
    ///
    /// @param signal a name with or without `SIG`, or a number; empty means `SIGKILL`
    /// @throws dev.davit.engine.EngineException.Conflict when it does not run
    /// @throws dev.davit.engine.EngineException.Invalid when no signal is called so
    void kill(ContainerRef container, String signal);

    /// Freezes all its processes.
    void pause(ContainerRef container);

    /// Thaws them.
    void unpause(ContainerRef container);

    /// Gives it another name.
    ///
    /// @throws dev.davit.engine.EngineException.Conflict when the name is taken
    void rename(ContainerRef container, String name);

    /// Changes its limits and restart policy; what is empty in the change stays.
    ///
    /// @return the engine's warnings
    List<String> update(ContainerRef container, ContainerUpdate change);

    /// The exit to come: a feed of exactly one item, live when this returns, so that a container can be started after it.
    Feed<ExitStatus> exits(ContainerRef container, WaitCondition condition);

    /// Removes it.
    ///
    /// @throws dev.davit.engine.EngineException.Conflict when it runs and is not forced
    void remove(ContainerRef container, RemoveOptions options);

    /// Removes all containers that do not run.
    ///
    /// @param filters Docker's: `label`, `label!`, `until`
    /// @throws dev.davit.engine.EngineException.Invalid for an unknown filter or a filter value that cannot be; nothing is
    ///         removed then
    Pruned<ContainerId> prune(Filters filters);
}
