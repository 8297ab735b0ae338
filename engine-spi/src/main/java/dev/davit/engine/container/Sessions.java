package dev.davit.engine.container;

/// Talking with processes in containers.
///
/// *Attach* joins the container's first process; any number of sessions may be attached at once and all see its output.
/// *Exec* runs another process: it is prepared ([#exec]), then started once, with a session ([#start]) or without
/// ([#startDetached]).
public interface Sessions {

    /// Joins the first process. May be done before the container starts: nothing of its output is missed then.
    ///
    /// @throws dev.davit.engine.EngineException.Conflict when the container is paused
    Session attach(ContainerRef container, AttachOptions options);

    /// Prepares a process in a running container.
    ///
    /// @throws dev.davit.engine.EngineException.Conflict when the container does not run or is paused
    ExecId exec(ContainerRef container, ExecSpec spec);

    /// Starts a prepared process and talks with it.
    ///
    /// @param size the terminal's size from the start, when there is a terminal; `0×0` when not known
    /// @throws dev.davit.engine.EngineException.Conflict when it was started before
    Session start(ExecId exec, TerminalSize size);

    /// Starts a prepared process and leaves it alone.
    void startDetached(ExecId exec);

    /// How a process stands. The exec is forgotten some time after it has ended, then `NotFound`.
    ExecDetails inspect(ExecId exec);

    /// Sets the size of the terminal of a container's first process.
    ///
    /// @throws dev.davit.engine.EngineException.Conflict when the container does not run
    void resize(ContainerRef container, TerminalSize size);

    /// Sets the size of an exec's terminal. An exec that has not been started or has ended has none.
    ///
    /// @throws dev.davit.engine.EngineException.NotFound when there is no such exec
    void resize(ExecId exec, TerminalSize size);
}
