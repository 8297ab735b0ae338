package dev.davit.engine.container;

import java.util.Optional;

/// How to start a container.
///
/// @param detachKeys the key sequence that detaches (`ctrl-p,ctrl-q`), for sessions attached without one of their own
/// @param checkpoint the checkpoint to restore from
/// @param checkpointDirectory where that is kept
public record StartOptions(
        Optional<String> detachKeys, Optional<String> checkpoint, Optional<String> checkpointDirectory) {

    /// As the container and the engine say.
    public static final StartOptions NONE = new StartOptions(Optional.empty(), Optional.empty(), Optional.empty());
}
