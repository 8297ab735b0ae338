package dev.davit.engine.remote;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineProvider;
import dev.davit.engine.EngineSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Opens Docker daemons: by the word `docker` the one that the docker command would talk to, by a URL any.
public final class DockerEngineProvider implements EngineProvider {
    private static final List<String> SCHEMES = List.of("unix", "tcp", "http", "https", "ssh", "fd", "npipe");

    /// For `ServiceLoader`.
    public DockerEngineProvider() {}

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public boolean accepts(String address) {
        int colon = address.indexOf("://");
        return address.equals(name()) || (colon > 0 && SCHEMES.contains(address.substring(0, colon)));
    }

    @Override
    public Optional<String> whyNot(EngineSettings settings) {
        try {
            var address = DaemonAddress.ofDocker(settings);
            try (var transport = address.transport();
                    var _ = transport.connect()) {
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(Daemon.reason(address, e));
            }
        } catch (EngineException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Engine open(String address, EngineSettings settings) {
        var place = address.equals(name())
                ? DaemonAddress.ofDocker(settings)
                : DaemonAddress.of(address, "named by --engine", settings);
        var wanted = settings.variable("DOCKER_API_VERSION").map(DockerEngineProvider::version);
        var daemon = new Daemon(place, wanted);
        try {
            daemon.version();
        } catch (EngineException e) {
            daemon.close();
            throw e;
        }
        return new RemoteEngine(daemon);
    }

    /// Asks something of a server of davit's that Docker's API cannot say.
    ///
    /// @param what it in half a sentence
    /// @param path under `/davit/v1`
    /// @throws EngineException.Invalid when what answers at the address is no server of davit's
    public static void ask(String address, EngineSettings settings, String what, String path) {
        try (var daemon = new Daemon(DaemonAddress.of(address, "where an engine would be served", settings), Optional.empty())) {
            daemon.post(what, Query.of(path));
        } catch (EngineException.NotFound e) {
            throw new EngineException.Invalid("cannot " + what + ": what answers there is no server of davit's");
        }
    }

    private static ApiVersion version(String text) {
        return ApiVersion.parse(text).orElseThrow(() -> new EngineException.Invalid(
                "cannot use DOCKER_API_VERSION=" + text + ": a version looks like 1.41"));
    }
}
