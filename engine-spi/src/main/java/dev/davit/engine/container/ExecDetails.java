package dev.davit.engine.container;

import dev.davit.engine.document.Document;
import java.util.OptionalInt;

/// One exec.
///
/// @param id its id
/// @param container where it runs
/// @param running whether it still does
/// @param exitCode once it has ended
/// @param pid on the engine's host, 0 when not running
/// @param document Docker's inspect document
public record ExecDetails(
        ExecId id, ContainerId container, boolean running, OptionalInt exitCode, int pid, Document document) {}
