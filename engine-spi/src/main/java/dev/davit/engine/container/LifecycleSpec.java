package dev.davit.engine.container;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// How a container ends, comes back, and is watched.
///
/// @param restart what happens when it ends by itself
/// @param autoRemove whether it is removed when it ends
/// @param stopSignal empty: the image's, else `SIGTERM`
/// @param stopTimeout seconds of grace; empty: 10
/// @param init whether an init process forwards signals and reaps; empty: the engine's default
/// @param healthcheck empty: the image's
/// @param logDriver empty: the engine's default
/// @param logOptions options of the log driver
public record LifecycleSpec(
        RestartPolicy restart,
        boolean autoRemove,
        Optional<String> stopSignal,
        OptionalInt stopTimeout,
        Optional<Boolean> init,
        Optional<Healthcheck> healthcheck,
        Optional<String> logDriver,
        Map<String, String> logOptions) {

    public LifecycleSpec {
        logOptions = Collections.unmodifiableMap(new LinkedHashMap<>(logOptions));
    }

    /// Nothing said: the engine's defaults.
    public static LifecycleSpec none() {
        return new Draft().build();
    }

    /// The same but for what the change sets.
    public LifecycleSpec with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.restart = restart;
        draft.autoRemove = autoRemove;
        draft.stopSignal = stopSignal;
        draft.stopTimeout = stopTimeout;
        draft.init = init;
        draft.healthcheck = healthcheck;
        draft.logDriver = logDriver;
        draft.logOptions = logOptions;
        change.accept(draft);
        return draft.build();
    }

    /// The values while they are being gathered; what is not set is the default.
    public static final class Draft {
        public RestartPolicy restart = RestartPolicy.NO;
        public boolean autoRemove = false;
        public Optional<String> stopSignal = Optional.empty();
        public OptionalInt stopTimeout = OptionalInt.empty();
        public Optional<Boolean> init = Optional.empty();
        public Optional<Healthcheck> healthcheck = Optional.empty();
        public Optional<String> logDriver = Optional.empty();
        public Map<String, String> logOptions = Map.of();

        /// The finished record.
        public LifecycleSpec build() {
            return new LifecycleSpec(
                    restart,
                    autoRemove,
                    stopSignal,
                    stopTimeout,
                    init,
                    healthcheck,
                    logDriver,
                    logOptions);
        }
    }
}
