package dev.davit.cli;

import dev.davit.engine.EngineSettings;
import dev.davit.engine.clientconfig.TlsFlags;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flags that stand before the command.
public final class GlobalFlags {
    static final Flag<Optional<String>> ENGINE = Flag.text("engine", "The engine: native, docker, or the URL of a daemon");
    static final Flag<Optional<String>> CONTEXT = Flag.text("context", 'c', "The docker context that names the daemon");
    static final Flag<List<String>> HOST = Flag.texts("host", 'H', "The daemon's URL");
    static final Flag<Optional<String>> ROOT = Flag.text("root", "The native engine's state directory");
    static final Flag<Optional<String>> CONFIG = Flag.text("config", "The folder of docker's configuration");
    static final Flag<Boolean> IN_PROCESS = Flag.toggle("in-process", "Run the native engine in this process, without a socket");
    static final Flag<Boolean> READ_ONLY = Flag.toggle("read-only", "Refuse everything that would change something");
    static final Flag<Boolean> DEBUG = Flag.toggle("debug", 'D', "Show where an error came from");
    static final Flag<Boolean> TLS = Flag.toggle("tls", "Use TLS; implied by --tlsverify");
    static final Flag<Boolean> TLS_VERIFY = Flag.toggle("tlsverify", "Use TLS and check the daemon's certificate");
    static final Flag<Optional<String>> TLS_CA = Flag.text("tlscacert", "The authorities that the daemon's certificate is checked against");
    static final Flag<Optional<String>> TLS_CERTIFICATE = Flag.text("tlscert", "The client's certificate");
    static final Flag<Optional<String>> TLS_KEY = Flag.text("tlskey", "The client's private key");
    static final Flag<Boolean> VERSION = Flag.toggle("version", 'v', "Show davit's version");

    private GlobalFlags() {}

    public static CommandSpec spec() {
        return CommandSpec.named("davit", "[OPTIONS] COMMAND [ARG...]", "The container console")
                .flags(ENGINE, CONTEXT, HOST, ROOT, CONFIG, IN_PROCESS, READ_ONLY, DEBUG, TLS, TLS_CA, TLS_CERTIFICATE, TLS_KEY, TLS_VERIFY, VERSION)
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
        if (typed.get(HOST).size() > 1) throw new UsageException("-H can name one daemon only", ExitCode.FAILED);
        var host = typed.get(HOST).stream().findFirst();
        if (host.isPresent() && typed.get(CONTEXT).isPresent()) {
            throw new UsageException("--host and --context name two daemons: give one of them", ExitCode.FAILED);
        }
        return new EngineSettings(environment, typed.get(CONTEXT), host, tls(typed, directory), root, typed.get(IN_PROCESS));
    }

    private static TlsFlags tls(Invocation typed, Path directory) {
        return new TlsFlags(
                typed.has(TLS) ? Optional.of(typed.get(TLS)) : Optional.empty(),
                typed.has(TLS_VERIFY) ? Optional.of(typed.get(TLS_VERIFY)) : Optional.empty(),
                typed.get(TLS_CA).map(directory::resolve),
                typed.get(TLS_CERTIFICATE).map(directory::resolve),
                typed.get(TLS_KEY).map(directory::resolve));
    }

    /// What follows the flags.
    static List<String> command(Invocation typed) {
        return typed.arguments();
    }
}
