package dev.davit.cli.engine;

import dev.davit.engine.EngineException;
import dev.davit.engine.EngineServer;
import dev.davit.engine.EngineSettings;
import java.util.ServiceLoader;

/// Where an engine is served when nothing else is said, and who serves it.
final class ServedAt {
    private static final String USUAL = "/run/davit/davit.sock";

    private ServedAt() {}

    /// The socket's URL: `DAVIT_SOCKET`, else `davit.sock` in the named root, else the usual one.
    static String socket(EngineSettings settings) {
        String path = settings.variable("DAVIT_SOCKET")
                .or(() -> settings.root().map(root -> root.resolve("davit.sock").toString()))
                .orElse(USUAL);
        return "unix://" + path;
    }

    static EngineServer server() {
        return ServiceLoader.load(EngineServer.class)
                .findFirst()
                .orElseThrow(() -> new EngineException.Failed("cannot serve an engine: nothing on the class path can"));
    }
}
