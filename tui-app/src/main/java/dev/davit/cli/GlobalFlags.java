package dev.davit.cli;

import dev.davit.engine.EngineSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flags that stand before the command.
final class GlobalFlags {
    static final Flag<Optional<String>> ENGINE = Flag.text("engine", "The engine: native, docker, or the URL of a daemon");
    static final Flag<Optional<String>> CONTEXT = Flag.text("context", 'c', "The docker context that names the daemon");
    static final Flag<Optional<String>> HOST = Flag.text("host", 'H', "The daemon's URL");
    static final Flag<Optional<String>> ROOT = Flag.text("root", "The native engine's state directory");
    static final Flag<Optional<String>> CONFIG = Flag.text("config", "The folder of docker's configuration");
    static final Flag<Boolean> IN_PROCESS = Flag.toggle("in-process", "Run the native engine in this process, without a socket");
    static final Flag<Boolean> DEBUG = Flag.toggle("debug", 'D', "Show where an error came from");
    static final Flag<Boolean> VERSION = Flag.toggle("version", 'v', "Show davit's version");

    private GlobalFlags() {}

    static CommandSpec spec() {
        return CommandSpec.named("davit", "[OPTIONS] COMMAND [ARG...]", "The container console")
                .flags(ENGINE, CONTEXT, HOST, ROOT, CONFIG, IN_PROCESS, DEBUG, VERSION)
                .argumentsFrom(0)
                .flagsFirst()
                .runs((typed, context) -> {
                    throw new IllegalStateException("davit itself is no command");
                });
    }

    static Map<String, String> environment(Invocation typed, Map<String, String> environment) {
        if (typed.get(CONFIG).isEmpty()) return environment;
        var changed = new HashMap<>(environment);
        changed.put("DOCKER_CONFIG", typed.get(CONFIG).get());
        return Map.copyOf(changed);
    }

    static EngineSettings settings(Invocation typed, Map<String, String> environment, Path directory) {
        var root = typed.get(ROOT)
                .or(() -> Optional.ofNullable(environment.get("DAVIT_ROOT")).filter(text -> !text.isEmpty()))
                .map(directory::resolve);
        return new EngineSettings(environment, typed.get(CONTEXT), typed.get(HOST), root, typed.get(IN_PROCESS));
    }

    /// What follows the flags.
    static List<String> command(Invocation typed) {
        return typed.arguments();
    }
}
