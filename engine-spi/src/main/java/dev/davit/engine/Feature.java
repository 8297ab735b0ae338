package dev.davit.engine;

/// What an engine may or may not be able to do. Whatever is not listed here, every engine does.
///
/// A call that needs a missing feature throws [EngineException.Unsupported]; it is never silently ignored.
public enum Feature {
    /// Freeze and thaw a container's processes.
    PAUSE,
    /// Change limits of a container that exists.
    UPDATE,
    /// Live figures of CPU, memory, network and block I/O.
    STATS,
    /// Block I/O weights and throttles as container limits.
    BLOCK_IO_LIMITS,
    /// Real-time CPU scheduling limits.
    REALTIME_CPU,
    /// Images of a platform other than the host's.
    PLATFORM,
    /// The per-container size of the writable layer.
    STORAGE_LIMIT,
    /// Requests for devices by capability (GPUs).
    DEVICE_REQUESTS,
    /// Following a log whose driver keeps nothing to read.
    LOGS_OF_ANY_DRIVER,
    /// Exchanging images with registries: pulling and pushing.
    PULL,
    /// Asking a registry whether credentials are right.
    LOGIN,
    /// What images, containers, volumes and build cache occupy.
    DISK_USAGE,
    /// Networks as objects of their own.
    NETWORKS,
    /// Volumes as objects of their own.
    VOLUMES,
    /// Reading and writing files of a container.
    CONTAINER_FILES,
    /// Building images.
    BUILD,
    /// Dockerfile syntax that only BuildKit understands.
    BUILDKIT,
    /// Swarm services, secrets and configs.
    SWARM
}
