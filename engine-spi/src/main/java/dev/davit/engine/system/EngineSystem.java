package dev.davit.engine.system;

/// The engine as a whole.
public interface EngineSystem {

    /// How the engine and its host are set up, and how much it holds.
    SystemInfo info();

    /// The versions of its parts.
    EngineVersion version();

    /// What it occupies on disk. Slow: everything is measured.
    DiskUsage diskUsage();
}
