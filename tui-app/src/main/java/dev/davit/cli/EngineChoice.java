package dev.davit.cli;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineProvider;
import dev.davit.engine.EngineSettings;
import dev.davit.engine.clientconfig.ClientEnvironment;
import dev.davit.engine.clientconfig.DockerContext;
import dev.davit.engine.clientconfig.DockerContexts;
import dev.davit.engine.clientconfig.TlsFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// Which engine is meant: what the user named, else the first that answers.
///
/// The order: `--engine`, `DAVIT_ENGINE`, a docker daemon that was named (`-H`, `--context`, `DOCKER_HOST`, a chosen docker
/// context), else native if it answers, else docker if it answers.
public final class EngineChoice {

    /// An engine that is meant, not yet opened.
    ///
    /// @param provider who opens it
    /// @param address what is opened
    /// @param reason which it is and why, for the user: `docker (named by DOCKER_HOST)`
    public record Choice(EngineProvider provider, String address, String reason) {
        /// Opens it.
        public Engine open(EngineSettings settings) {
            return provider.open(address, settings);
        }
    }

    private final EngineSettings settings;
    /// Looked for while they are asked: the first that fits is mostly the first found, and then no other jar is opened.
    private final ServiceLoader<EngineProvider> providers = ServiceLoader.load(EngineProvider.class);

    private EngineChoice(EngineSettings settings) {
        this.settings = settings;
    }

    /// @param named what `--engine` says
    /// @throws EngineException.Unavailable when nothing was named and nothing answers
    public static Choice of(Optional<String> named, EngineSettings settings) {
        var choice = new EngineChoice(settings);
        if (named.isPresent()) return choice.accepting(named.get(), "named by --engine");
        var variable = settings.variable("DAVIT_ENGINE");
        if (variable.isPresent()) return choice.accepting(variable.get(), "named by DAVIT_ENGINE");
        var why = dockerNamed(settings);
        if (why.isPresent()) return choice.accepting("docker", why.get());
        return choice.answering();
    }

    /// Why a docker daemon is meant, if somebody named one.
    private static Optional<String> dockerNamed(EngineSettings settings) {
        if (settings.host().isPresent()) return Optional.of("named by -H");
        if (settings.context().isPresent()) return Optional.of("context " + settings.context().get() + ", named by --context");
        if (settings.variable("DOCKER_HOST").isPresent()) return Optional.of("named by DOCKER_HOST");
        var contexts = new DockerContexts(ClientEnvironment.of(settings.environment()));
        String current = contexts.current(Optional.empty(), Optional.empty());
        return current.equals(DockerContext.DEFAULT) ? Optional.empty() : Optional.of("docker context " + current);
    }

    /// A docker daemon.
    ///
    /// @param why it is meant
    static Choice docker(EngineSettings settings, String why) {
        return new EngineChoice(settings).accepting("docker", why);
    }

    /// The engines that are no docker daemons, whether they answer or not.
    static List<EngineTarget> notOfDocker(EngineSettings settings) {
        var targets = new ArrayList<EngineTarget>();
        for (var provider : new EngineChoice(settings).providers) {
            if (provider.name().equals("docker")) continue;
            var choice = new Choice(provider, provider.name(), provider.name() + " (chosen here)");
            String state = provider.whyNot(settings).map(reason -> "not now, " + reason).orElse("it answers");
            targets.add(new EngineTarget(provider.name(), "", "an engine of davit's: " + state, () -> new EngineDoor(() -> choice, settings)));
        }
        return targets;
    }

    private Choice accepting(String address, String why) {
        for (var provider : providers) {
            if (provider.accepts(address)) return new Choice(provider, address, address + " (" + why + ")");
        }
        String known = providers.stream().map(provider -> provider.get().name()).sorted().collect(Collectors.joining(", "));
        throw new UsageException("no engine is called \"" + address + "\", " + why + "; there is " + known
                + ", or the URL of a daemon such as unix:///var/run/docker.sock");
    }

    private Choice answering() {
        var refusals = new StringBuilder();
        for (String name : List.of("native", "docker")) {
            for (var provider : providers) {
                if (!provider.name().equals(name)) continue;
                var refusal = provider.whyNot(settings);
                if (refusal.isEmpty()) return new Choice(provider, name, name + " (its socket answers)");
                if (!refusals.isEmpty()) refusals.append("; ");
                refusals.append(refusal.get());
            }
        }
        throw new EngineException.Unavailable(
                "no engine answers: " + refusals + "; start dockerd, or name a daemon by DOCKER_HOST or --engine", null);
    }

    /// What there is beside what was named, a sentence each, with the words that choose it.
    public static List<String> others(EngineSettings settings) {
        var environment = new HashMap<>(settings.environment());
        List.of("DOCKER_HOST", "DOCKER_CONTEXT", "DAVIT_ENGINE").forEach(environment::remove);
        var plain = new EngineSettings(environment, Optional.empty(), Optional.empty(), TlsFlags.NONE, settings.root(), false);
        var sentences = new ArrayList<String>();
        for (var provider : new EngineChoice(plain).providers) {
            var refusal = provider.whyNot(plain);
            sentences.add(refusal.isEmpty()
                    ? "davit --engine " + provider.name() + ": it answers"
                    : "davit --engine " + provider.name() + ": not now, " + refusal.get());
        }
        return sentences;
    }
}
