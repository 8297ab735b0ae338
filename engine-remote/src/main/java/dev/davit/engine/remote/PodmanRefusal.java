package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import java.util.Optional;
import java.util.stream.Stream;

/// What podman's Docker API refuses with another status than dockerd: what it means is known by podman's own words. Found by
/// holding the engine contract against podman 4.3.
enum PodmanRefusal {
    /// A running container is removed without force.
    REMOVING_A_RUNNING_CONTAINER("running or paused containers cannot be removed", Kind.CONFLICT),
    /// A paused one is.
    REMOVING_A_PAUSED_CONTAINER(" as it is paused", Kind.CONFLICT),
    /// A link is removed, which podman has none of.
    REMOVING_A_LINK("link is not supported", Kind.NOT_FOUND);

    /// The header that only podman's answers carry: an error tells whose it is without another request.
    static final String HEADER = "Libpod-Api-Version";

    private final String words;
    private final Kind kind;

    PodmanRefusal(String words, Kind kind) {
        this.words = words;
        this.kind = kind;
    }

    /// The one that podman gives this reason for.
    static Optional<PodmanRefusal> of(String reason) {
        return Stream.of(values()).filter(refusal -> reason.contains(refusal.words)).findFirst();
    }

    EngineException error(String sentence) {
        return switch (kind) {
            case CONFLICT -> new EngineException.Conflict(sentence);
            case INVALID -> new EngineException.Invalid(sentence);
            case NOT_FOUND -> new EngineException.NotFound(sentence);
        };
    }

    private enum Kind {
        CONFLICT,
        INVALID,
        NOT_FOUND
    }
}
