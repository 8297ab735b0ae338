package dev.davit.console;

import dev.davit.cli.EngineChoice;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineSettings;
import dev.davit.testing.Dockerd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The program in a window of tmux, and the daemon that it looks at.
final class InTmux {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private InTmux() {}

    /// The daemon, for the test itself.
    static Engine engine(Dockerd daemon) {
        var settings = EngineSettings.of(Map.of("DOCKER_HOST", daemon.host()));
        return EngineChoice.of(Optional.of("docker"), settings).open(settings);
    }

    /// Starts the console from a shell.
    ///
    /// @param folder for what tmux keeps
    static Tmux console(Dockerd daemon, Path folder, int columns, int rows) throws IOException, InterruptedException {
        return console(Map.of("DOCKER_HOST", daemon.host(), "HOME", folder.toString()), folder, columns, rows);
    }

    /// The same, wherever the environment says that the engine is.
    static Tmux console(Map<String, String> engine, Path folder, int columns, int rows) throws IOException, InterruptedException {
        var environment = new HashMap<>(engine);
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        var tmux = Tmux.open(folder, columns, rows, environment);
        tmux.see("$").type("echo before", "Enter").see("before");
        return tmux.type(JAVA + " --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 dev.davit.Main; echo exit $?", "Enter");
    }
}
