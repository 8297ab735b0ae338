package dev.davit.engine;

import dev.davit.engine.build.Builds;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.image.Images;
import dev.davit.engine.image.Registries;
import dev.davit.engine.network.Networks;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.Telemetry;
import dev.davit.engine.volume.Volumes;

/// A container engine: something that has images and makes containers of them.
///
/// An engine is opened by an [EngineProvider], used by any number of threads at once, and closed. Every call blocks until it
/// is done; interrupting the calling thread cancels it ([EngineException.Cancelled]). Errors are [EngineException]s. An
/// engine behind a socket that goes away answers [EngineException.Unavailable] and is met again by the next call: an
/// `Engine` stays good for as long as its owner wants it.
///
/// The ports are cut by role, one phrase each. Builds come as a port of their own beside these (`builds()`).
public interface Engine extends AutoCloseable {

    /// Who this is and what it can do.
    EngineInfo info();

    /// The life of containers: create, start, stop, list, inspect, remove.
    Containers containers();

    /// Talking with processes: attach and exec.
    Sessions sessions();

    /// A container's files: what changed, and tar archives in and out.
    ContainerFiles files();

    /// The image store: list, inspect, pull, push, tag, remove, save, load, import, commit.
    Images images();

    /// Making images from Dockerfiles.
    Builds builds();

    /// Registries' side: logging in, searching.
    Registries registries();

    /// The networks that containers join.
    Networks networks();

    /// The volumes that outlive containers.
    Volumes volumes();

    /// What is happening: events, logs, statistics, processes.
    Telemetry telemetry();

    /// The engine as a whole: its information, version and disk usage.
    EngineSystem system();

    /// Ends all feeds and sessions of this engine and frees its connections. Containers are not touched.
    @Override
    void close();
}
