package dev.davit.engine.container;

import java.util.Optional;
import java.util.Set;

/// What to attach to.
///
/// @param streams which streams
/// @param logs whether to begin with what was written before
/// @param follow whether to stay for what comes (a container that does not run yet can be attached before it starts)
/// @param detachKeys the key sequence that ends the session (`ctrl-p,ctrl-q`); only with a terminal
public record AttachOptions(Set<StdStream> streams, boolean logs, boolean follow, Optional<String> detachKeys) {

    public AttachOptions {
        streams = Set.copyOf(streams);
    }

    /// Output only, from now on.
    public static AttachOptions output() {
        return new AttachOptions(Set.of(StdStream.STDOUT, StdStream.STDERR), false, true, Optional.empty());
    }

    /// Input and output, from now on.
    public static AttachOptions all() {
        return new AttachOptions(Set.of(StdStream.values()), false, true, Optional.empty());
    }
}
