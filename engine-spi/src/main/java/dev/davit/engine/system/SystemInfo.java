package dev.davit.engine.system;

import dev.davit.engine.document.Document;

/// An engine's view of itself and its host.
///
/// @param name the host's name
/// @param version the engine's
/// @param containers all of them
/// @param running of these
/// @param paused of these
/// @param stopped of these
/// @param images how many
/// @param cpus of the host
/// @param memory of the host, bytes
/// @param cgroupVersion `1` or `2`
/// @param storageDriver `overlay2`
/// @param operatingSystem the host's, `Debian GNU/Linux 12 (bookworm)`
/// @param document Docker's info document
public record SystemInfo(
        String name,
        String version,
        int containers,
        int running,
        int paused,
        int stopped,
        int images,
        int cpus,
        long memory,
        String cgroupVersion,
        String storageDriver,
        String operatingSystem,
        Document document) {}
