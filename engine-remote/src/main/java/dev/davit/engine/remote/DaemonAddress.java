package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.remote.http.Transport;
import dev.davit.engine.remote.http.UnixSocketTransport;
import java.nio.file.Path;

/// Where a daemon is, and who said so.
///
/// @param url `unix:///var/run/docker.sock`
/// @param origin half a sentence: `named by DOCKER_HOST`
record DaemonAddress(String url, String origin) {
    private static final String DEFAULT = "unix:///var/run/docker.sock";

    /// The daemon that the docker command would talk to: `-H`, the `--context` flag, `DOCKER_HOST`, the context in
    /// `DOCKER_CONTEXT` or chosen by `docker context use`, else the usual socket. Source: docker's
    /// "context" documentation.
    static DaemonAddress ofDocker(EngineSettings settings) {
        if (settings.host().isPresent()) return new DaemonAddress(settings.host().get(), "named by -H");
        if (settings.context().isPresent()) return DockerContext.address(settings.context().get(), settings, "--context");
        var host = settings.variable("DOCKER_HOST");
        if (host.isPresent()) return new DaemonAddress(host.get(), "named by DOCKER_HOST");
        var context = settings.variable("DOCKER_CONTEXT");
        if (context.isPresent()) return DockerContext.address(context.get(), settings, "DOCKER_CONTEXT");
        var current = DockerContext.current(settings);
        if (current.isPresent()) return DockerContext.address(current.get(), settings, "docker context use");
        return new DaemonAddress(DEFAULT, "docker's usual socket");
    }

    static DaemonAddress usual(String origin) {
        return new DaemonAddress(DEFAULT, origin);
    }

    /// The way there.
    ///
    /// @throws EngineException.Invalid for a URL of an unknown scheme
    Transport transport() {
        if (url.startsWith("unix://") && url.length() > "unix://".length()) {
            return new UnixSocketTransport(Path.of(url.substring("unix://".length())));
        }
        throw new EngineException.Invalid("cannot reach a daemon at " + url + ", " + origin
                + ": only unix:// addresses can be reached so far");
    }
}
