package dev.davit.engine.build;

import dev.davit.engine.container.StdStream;
import dev.davit.engine.image.TransferProgress;
import java.util.Optional;
import java.util.OptionalInt;

/// News of a build, in the order of events.
public sealed interface BuildProgress {

    /// So much of the context is on its way; now and then while it is being sent, and once at its end.
    ///
    /// @param bytes of the archive, compressed where that was wanted
    /// @param complete whether that was all
    record ContextSent(long bytes, boolean complete) implements BuildProgress {}

    /// A vertex began.
    record Started(Vertex vertex) implements BuildProgress {}

    /// The result of a vertex is there from an earlier build. Its [Completed] follows.
    record Cached(Vertex vertex) implements BuildProgress {}

    /// A vertex is done.
    ///
    /// @param image the abbreviated id of the image as far as it is built; empty before there is any
    record Completed(Vertex vertex, Optional<String> image) implements BuildProgress {}

    /// A vertex failed, and with it the build: the feed throws next.
    ///
    /// @param reason in the engine's words
    /// @param exitCode of the command that failed, where it was a command
    record Failed(Vertex vertex, String reason, OptionalInt exitCode) implements BuildProgress {}

    /// Something that the command of a vertex wrote.
    ///
    /// @param bytes owned by the receiver
    @SuppressWarnings("ArrayRecordComponent") // a chunk is handed over, not compared
    record Log(Vertex vertex, StdStream stream, byte[] bytes) implements BuildProgress {}

    /// Something that the engine says about its work on a vertex: `Running in 1f7a2a4b1c11`.
    record Note(Vertex vertex, String line) implements BuildProgress {}

    /// The image that a vertex begins with is being fetched.
    record Fetching(Vertex vertex, TransferProgress progress) implements BuildProgress {}

    /// Something the user should know: of a doubtful line in the Dockerfile, of an argument that nothing took.
    ///
    /// @param text one line or several, as the engine words them
    /// @param stream where it came from: what the reader of the Dockerfile says comes on [StdStream#STDERR]
    record Warning(String text, StdStream stream) implements BuildProgress {}

    /// The image is complete.
    ///
    /// @param image its id, `sha256:…`
    record Built(String image) implements BuildProgress {}

    /// The image has this name now.
    record Tagged(String name) implements BuildProgress {}
}
