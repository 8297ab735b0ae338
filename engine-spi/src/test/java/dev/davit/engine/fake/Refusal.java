package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import java.lang.reflect.Proxy;
import java.util.Locale;

/// What an engine says of what it lacks.
final class Refusal {
    private Refusal() {}

    /// A whole port that it lacks.
    static <T> T of(Class<T> port, Feature feature) {
        String noun = port.getSimpleName().toLowerCase(Locale.ROOT);
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw of(feature, method.getName() + " " + noun);
        }));
    }

    static EngineException of(Feature feature, String what) {
        return new EngineException.Unsupported(feature, "cannot " + what + ": this engine lacks the feature " + feature);
    }
}
