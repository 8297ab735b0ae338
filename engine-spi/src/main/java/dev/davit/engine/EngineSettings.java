package dev.davit.engine;

import dev.davit.engine.clientconfig.TlsFlags;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What every provider may need to know of the caller.
///
/// @param environment the caller's environment (`DOCKER_HOST`, `DOCKER_CERT_PATH`, `HOME`, …)
/// @param context the docker context asked for by `--context`
/// @param host the address asked for by `-H`
/// @param tls what flags say about TLS to a named daemon
/// @param root the state directory asked for by `--root`
/// @param inProcess insist on an engine in this process, without a socket
public record EngineSettings(
        Map<String, String> environment,
        Optional<String> context,
        Optional<String> host,
        TlsFlags tls,
        Optional<Path> root,
        boolean inProcess) {

    public EngineSettings {
        environment = Map.copyOf(environment);
    }

    /// Settings that say nothing but the environment.
    public static EngineSettings of(Map<String, String> environment) {
        return new EngineSettings(environment, Optional.empty(), Optional.empty(), TlsFlags.NONE, Optional.empty(), false);
    }

    /// An environment variable that is set and not empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
