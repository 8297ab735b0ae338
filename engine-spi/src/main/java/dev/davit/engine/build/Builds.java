package dev.davit.engine.build;

import dev.davit.engine.Feed;
import dev.davit.engine.Pruned;

/// Making images from Dockerfiles.
///
/// A build takes a *context* (the files that the Dockerfile may copy), runs the Dockerfile's instructions one after another and
/// leaves an image. Its feed tells first how much of the context was sent, then of each instruction, a *vertex*, that it started,
/// what it wrote, and how it ended; the image's id comes last. What a build made before it failed or was cancelled stays in the
/// cache; a name is given only to an image that is complete.
public interface Builds {

    /// Begins a build. The feed ends when the image is in the store and has its names; a failure is thrown from it, after the
    /// [BuildProgress.Failed] of the instruction that failed, if one did. Closing the feed early cancels on the engine's side too.
    ///
    /// @throws dev.davit.engine.EngineException.Unsupported with [dev.davit.engine.Feature#BUILDKIT] when the Dockerfile or the
    ///         request needs BuildKit and this engine has none: the sentence names what and its line, and nothing was sent
    /// @throws dev.davit.engine.EngineException.Invalid when the Dockerfile has mistakes: all of them, each with its line
    /// @throws dev.davit.engine.EngineException.NotFound when there is no Dockerfile of that name in the context
    Feed<BuildProgress> build(BuildSpec spec);

    /// Drops build cache that nothing uses.
    ///
    /// @throws dev.davit.engine.EngineException.Failed for an unknown filter
    Pruned<String> prune(BuildPrune request);
}
