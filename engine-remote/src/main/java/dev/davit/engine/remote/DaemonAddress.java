package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.engine.clientconfig.DockerContexts;
import dev.davit.engine.remote.http.Transport;
import dev.davit.engine.remote.http.UnixSocketTransport;
import dev.davit.engine.remote.ssh.SshAddress;
import dev.davit.engine.remote.ssh.SshTransport;
import java.nio.file.Path;
import java.util.Map;

/// Where a daemon is, how it is spoken to, and who said so.
///
/// @param url `unix:///var/run/docker.sock`, `tcp://far:2376`, `ssh://user@far`
/// @param origin half a sentence: `named by DOCKER_HOST`
/// @param context whose TLS material is used; its host is not looked at
/// @param environment the user's, for proxies and ssh
record DaemonAddress(String url, String origin, DockerContext context, Map<String, String> environment) {
    private static final String SOCKET = "unix:///var/run/docker.sock";
    private static final String TLS_PORT = "tcp://localhost:2376";

    /// The daemon that the docker command would talk to: `-H`, the `--context` flag, `DOCKER_HOST`, the context in
    /// `DOCKER_CONTEXT` or chosen by `docker context use`, else the usual socket. Source: docker's
    /// "context" documentation.
    static DaemonAddress ofDocker(EngineSettings settings) {
        if (settings.host().isPresent()) return of(settings.host().get(), "named by -H", settings);
        var contexts = contexts(settings);
        String name = contexts.current(settings.context(), settings.host());
        var context = contexts.find(name);
        return new DaemonAddress(url(context), origin(context, settings), context, settings.environment());
    }

    /// A daemon at an address, spoken to as docker speaks to one that `DOCKER_HOST` names.
    static DaemonAddress of(String url, String origin, EngineSettings settings) {
        return new DaemonAddress(url, origin, contexts(settings).find(DockerContext.DEFAULT), settings.environment());
    }

    private static DockerContexts contexts(EngineSettings settings) {
        return new DockerContexts(ClientEnvironment.of(settings.environment()), settings.tls());
    }

    private static String url(DockerContext context) {
        return context.host().orElse(context.usesTls() && context.name().equals(DockerContext.DEFAULT) ? TLS_PORT : SOCKET);
    }

    private static String origin(DockerContext context, EngineSettings settings) {
        if (!context.name().equals(DockerContext.DEFAULT)) {
            String chosenBy = settings.context().isPresent()
                    ? "--context"
                    : settings.variable("DOCKER_CONTEXT").isPresent() ? "DOCKER_CONTEXT" : "docker context use";
            return "of context " + context.name() + ", named by " + chosenBy;
        }
        if (context.host().isPresent()) return "named by DOCKER_HOST";
        return context.usesTls() ? "docker's usual port with TLS" : "docker's usual socket";
    }

    /// The way there.
    ///
    /// @throws EngineException.Invalid for an address that is none, or of a kind that no client can reach
    Transport transport() {
        int colon = url.indexOf("://");
        String place = colon < 0 ? url : url.substring(colon + 3);
        return switch (colon < 0 ? "tcp" : url.substring(0, colon)) {
            case "unix" -> new UnixSocketTransport(Path.of(place.isEmpty() ? "/var/run/docker.sock" : place));
            case "tcp", "http" -> TcpAddress.transport(this, place, context.usesTls());
            case "https" -> TcpAddress.transport(this, place, true);
            case "ssh" -> ssh(place);
            case "fd" -> throw cannot("a descriptor is how a daemon is given its socket, not a way to one");
            case "npipe" -> throw cannot("named pipes are there on Windows only");
            default -> throw cannot("an address begins with unix://, tcp:// or ssh://");
        };
    }

    private Transport ssh(String place) {
        try {
            return new SshTransport(SshAddress.parse(place), environment);
        } catch (IllegalArgumentException e) {
            throw cannot(String.valueOf(e.getMessage()));
        }
    }

    /// The error for an address that cannot be used; a password in it is not shown.
    EngineException cannot(String why) {
        String shown = url.replaceFirst("://[^/]*@", "://…@");
        return new EngineException.Invalid("cannot reach a daemon at " + shown + ", " + origin + ": " + why);
    }
}
