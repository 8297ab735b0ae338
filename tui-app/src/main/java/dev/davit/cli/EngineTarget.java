package dev.davit.cli;

import dev.davit.engine.EngineSettings;
import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.engine.clientconfig.DockerContexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An engine that a program that is running can turn to.
///
/// @param name what people call it: a docker context's, `native`
/// @param address where it is, as far as that is known
/// @param description what it is
/// @param door opens a way to it, which is its caller's to close
public record EngineTarget(String name, String address, String description, Supplier<EngineDoor> door) {

    /// All docker contexts, and the engines that are none.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid when a context's file is broken
    public static List<EngineTarget> all(EngineSettings settings) {
        var targets = new ArrayList<EngineTarget>();
        for (var context : new DockerContexts(ClientEnvironment.of(settings.environment()), settings.tls()).list()) targets.add(of(settings, context));
        targets.addAll(EngineChoice.notOfDocker(plain(settings, true)));
        return targets;
    }

    private static EngineTarget of(EngineSettings settings, DockerContext context) {
        boolean isDefault = context.name().equals(DockerContext.DEFAULT);
        var plain = plain(settings, !isDefault);
        boolean variable = isDefault && plain.variable("DOCKER_HOST").isPresent();
        var name = variable ? Optional.<String>empty() : Optional.of(context.name());
        var there = new EngineSettings(plain.environment(), name, Optional.empty(), settings.tls(), settings.root(), settings.inProcess());
        String why = variable ? "named by DOCKER_HOST" : "context " + context.name();
        String address = context.host().orElse("unix:///var/run/docker.sock");
        return new EngineTarget(context.name(), address, context.description(), () -> new EngineDoor(() -> EngineChoice.docker(there, why), there));
    }

    /// Without what names an engine.
    private static EngineSettings plain(EngineSettings settings, boolean host) {
        var environment = new HashMap<>(settings.environment());
        environment.remove("DOCKER_CONTEXT");
        environment.remove("DAVIT_ENGINE");
        if (host) environment.remove("DOCKER_HOST");
        return new EngineSettings(environment, Optional.empty(), Optional.empty(), settings.tls(), settings.root(), settings.inProcess());
    }
}
