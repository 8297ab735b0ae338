package dev.davit.testing;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineServer;
import dev.davit.engine.ServerSettings;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// Engines served by the server that is on the class path.
public final class Served {
    private Served() {}

    /// Serves an engine to this user, and logs nowhere.
    ///
    /// @param address `unix://PATH`
    public static EngineServer.Serving at(Engine engine, String address) {
        var server = ServiceLoader.load(EngineServer.class).findFirst().orElseThrow();
        return server.serve(engine, new ServerSettings(List.of(address), List.of(), Optional.empty(), _ -> {}));
    }
}
