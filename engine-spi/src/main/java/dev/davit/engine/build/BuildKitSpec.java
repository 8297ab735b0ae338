package dev.davit.engine.build;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a build may ask of BuildKit. An engine without it refuses each of these by name.
///
/// @param secrets for `RUN --mount=type=secret`
/// @param agents for `RUN --mount=type=ssh`
/// @param contexts further contexts by name, each a path, a URL or `docker-image://…`
/// @param cacheTo where to keep the cache: `type=registry,ref=…`
/// @param outputs where to put the result: `type=local,dest=…`
public record BuildKitSpec(
        List<Secret> secrets, List<Agent> agents, Map<String, String> contexts, List<String> cacheTo, List<String> outputs) {
    private static final BuildKitSpec NONE = new BuildKitSpec(List.of(), List.of(), Map.of(), List.of(), List.of());

    /// A secret that instructions may read and that never becomes part of the image.
    ///
    /// @param id by which instructions ask for it
    /// @param file of the caller that holds it
    /// @param variable of the caller's environment that holds it
    public record Secret(String id, Optional<Path> file, Optional<String> variable) {}

    /// An ssh agent that instructions may use.
    ///
    /// @param id `default`, or the name by which instructions ask for it
    /// @param paths the agent's socket or keys; the caller's own agent when empty
    public record Agent(String id, List<Path> paths) {
        public Agent {
            paths = List.copyOf(paths);
        }
    }

    public BuildKitSpec {
        secrets = List.copyOf(secrets);
        agents = List.copyOf(agents);
        contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
        cacheTo = List.copyOf(cacheTo);
        outputs = List.copyOf(outputs);
    }

    /// Nothing of it.
    public static BuildKitSpec none() {
        return NONE;
    }
}
