package dev.davit.engine.system;

import dev.davit.engine.Feed;
import dev.davit.engine.container.ContainerRef;
import java.util.List;

/// What is happening.
///
/// To show a list that stays right, open [#events] *first*, then list: the feed is live when it returns, so whatever
/// changes after the list was made comes as an event.
public interface Telemetry {

    /// The engine's events, oldest first; without an end in the query it never ends by itself.
    Feed<Event> events(EventQuery query);

    /// What a container wrote, oldest first. Without `follow` the feed ends with the last line; with it, when the container
    /// ends.
    Feed<LogChunk> logs(ContainerRef container, LogOptions options);

    /// Live figures of a set of containers that may be changed while it flows.
    StatsFeed stats(StatsOptions options);

    /// The processes in a container, as ps(1) on the engine's host shows them.
    ///
    /// @param psArguments passed to ps; empty: the engine's default (`-ef`)
    /// @throws dev.davit.engine.EngineException.Conflict when it does not run
    ProcessTable processes(ContainerRef container, List<String> psArguments);
}
