package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What podman's Docker API refuses with another status than dockerd, 500 as a rule: what it means is known by podman's own
/// words. Found by holding the engine contract against podman 4.3.
final class PodmanRefusal {
    /// The header that only podman's answers carry: it tells whose they are without another request.
    static final String HEADER = "Libpod-Api-Version";

    /// All that it says, without the header, of a path that it knows nothing of: what is named in it may well be there.
    static final String NO_SUCH_CALL = "not Found";

    /// The first whose words are in the reason is meant.
    private static final List<Meaning> MEANINGS = List.of(
            // A state or a name is in the way.
            new Meaning(EngineException.Conflict::new,
                    "running or paused containers cannot be removed",
                    " as it is paused",
                    "that name is already in use",
                    "state improper",
                    "network already exists",
                    "image is in use by a container",
                    "unable to delete image",
                    "volume is being used"),
            // The request cannot be.
            new Meaning(EngineException.Invalid::new,
                    "more than one result for ",
                    "is an invalid volume filter",
                    "invalid filter",
                    "invalid dangling filter value",
                    "not a valid value for the \"dangling\" filter",
                    "unsupported image filter",
                    "must be an absolute path",
                    "minimum memoryswap limit should be larger than memory limit",
                    "minimum memory limit cannot be less than memory reservation limit",
                    "you should always set a memory limit when using a memoryswap limit",
                    "requested CPUs are not available",
                    "invalid signal",
                    "unknown signal",
                    "conflicts with --restart",
                    "no command or entrypoint provided",
                    "strconv.ParseInt: parsing",
                    "strconv.ParseBool: parsing",
                    "repository name must be lowercase",
                    "invalid change ",
                    "not in subnet ",
                    "OCI permission denied",
                    "OCI runtime attempted to invoke a command that was not found",
                    "invalid detach keys"),
            // It is not podman's to change.
            new Meaning(EngineException.Denied::new,
                    "default network podman cannot be removed",
                    "has associated containers with it",
                    "is already connected to network",
                    "is not connected to ",
                    "conflicts with a valid network mode",
                    "is already used on the host or by another config"),
            // What is named is not there; a link never is, for podman has none.
            new Meaning(EngineException.NotFound::new,
                    "link is not supported",
                    "no such container",
                    "image not known",
                    "layer not known",
                    "unsupported driver ",
                    "volume plugin"),
            // The rest of what podman calls an argument, less telling than the words above.
            new Meaning(EngineException.Invalid::new,
                    ": invalid argument"));

    private PodmanRefusal() {}

    /// The error that podman gives this reason for.
    ///
    /// @param what what was being tried: `stop container web`
    static Optional<EngineException> of(String reason, String what) {
        return MEANINGS.stream()
                .filter(meaning -> meaning.words().stream().anyMatch(reason::contains))
                .findFirst()
                .map(meaning -> meaning.kind().apply("cannot " + what + ": " + reason));
    }

    private record Meaning(Function<String, EngineException> kind, List<String> words) {

        Meaning(Function<String, EngineException> kind, String... words) {
            this(kind, List.of(words));
        }
    }
}
