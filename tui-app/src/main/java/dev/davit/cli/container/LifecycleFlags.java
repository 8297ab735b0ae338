package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.cli.UsageException;
import dev.davit.cli.Values;
import dev.davit.engine.container.Healthcheck;
import dev.davit.engine.container.LifecycleSpec;
import dev.davit.engine.container.RestartPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Flags about how a container ends, comes back and is watched.
final class LifecycleFlags {
    static final Flag<Optional<String>> HEALTH_CMD = Flag.text("health-cmd", "A command that tells whether it is well");
    static final Flag<Optional<Duration>> HEALTH_INTERVAL = Flag.duration("health-interval", "Time between two checks");
    static final Flag<OptionalInt> HEALTH_RETRIES = Flag.integer("health-retries", (char) 0, "Failures in a row that make it unhealthy");
    static final Flag<Optional<Duration>> HEALTH_START_INTERVAL = Flag.duration("health-start-interval", "Time between two checks while it starts");
    static final Flag<Optional<Duration>> HEALTH_START_PERIOD = Flag.duration("health-start-period", "Time to start, in which failures do not count");
    static final Flag<Optional<Duration>> HEALTH_TIMEOUT = Flag.duration("health-timeout", "Most time for one check");
    static final Flag<Boolean> INIT = Flag.toggle("init", "Run an init inside that forwards signals and reaps processes");
    static final Flag<Optional<String>> LOG_DRIVER = Flag.text("log-driver", "Where its output is kept");
    static final Flag<Map<String, String>> LOG_OPT = StorageFlags.listedPairs("log-opt", "An option of the log driver: NAME=VALUE");
    static final Flag<Boolean> NO_HEALTHCHECK = Flag.toggle("no-healthcheck", "Ignore its image's health check");
    static final Flag<RestartPolicy> RESTART =
            new Flag<>("restart", (char) 0, "string", RestartPolicy.NO, "\"no\"", "When it is started again: no, always, unless-stopped, on-failure[:N]", (soFar, text) ->
                    restart(text));
    static final Flag<Optional<RestartPolicy>> NEW_RESTART = Flag.one("restart", (char) 0, "string", "When it is started again: no, always, unless-stopped, on-failure[:N]", LifecycleFlags::restart);
    static final Flag<Boolean> RM = Flag.toggle("rm", "Remove it with its anonymous volumes when it ends");
    static final Flag<Optional<String>> STOP_SIGNAL = Flag.text("stop-signal", "The signal that asks it to end");
    static final Flag<OptionalInt> STOP_TIMEOUT = Flag.integer("stop-timeout", (char) 0, "Seconds it may take to end");

    private LifecycleFlags() {}

    static List<Flag<?>> all() {
        return List.of(
                HEALTH_CMD, HEALTH_INTERVAL, HEALTH_RETRIES, HEALTH_START_INTERVAL, HEALTH_START_PERIOD, HEALTH_TIMEOUT,
                INIT, LOG_DRIVER, LOG_OPT, NO_HEALTHCHECK, RESTART, RM, STOP_SIGNAL, STOP_TIMEOUT);
    }

    static LifecycleSpec read(Invocation typed) {
        var policy = typed.get(RESTART);
        if (typed.get(RM) && policy.kind() != RestartPolicy.Kind.NO) {
            throw new UsageException(typed.command().name() + ": --rm and --restart " + policy.kind().word()
                    + " exclude each other");
        }
        return LifecycleSpec.none().with(draft -> {
            draft.restart = policy;
            draft.autoRemove = typed.get(RM);
            draft.stopSignal = typed.get(STOP_SIGNAL);
            draft.stopTimeout = typed.get(STOP_TIMEOUT);
            draft.init = typed.has(INIT) ? Optional.of(typed.get(INIT)) : Optional.empty();
            draft.healthcheck = healthcheck(typed);
            draft.logDriver = typed.get(LOG_DRIVER);
            draft.logOptions = typed.get(LOG_OPT);
        });
    }

    private static Optional<Healthcheck> healthcheck(Invocation typed) {
        var settings = List.<Flag<?>>of(
                HEALTH_CMD, HEALTH_INTERVAL, HEALTH_RETRIES, HEALTH_START_INTERVAL, HEALTH_START_PERIOD, HEALTH_TIMEOUT);
        boolean command = typed.get(HEALTH_CMD).filter(text -> !text.isEmpty()).isPresent();
        boolean any = command || settings.stream().skip(1).anyMatch(typed::has);
        if (typed.get(NO_HEALTHCHECK)) {
            if (any) throw new UsageException(typed.command().name() + ": --no-healthcheck and --health-… exclude each other");
            return Optional.of(new Healthcheck(
                    List.of("NONE"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty()));
        }
        if (!any) return Optional.empty();
        return Optional.of(new Healthcheck(
                typed.get(HEALTH_CMD).filter(text -> !text.isEmpty()).map(text -> List.of("CMD-SHELL", text)).orElse(List.of()),
                typed.get(HEALTH_INTERVAL),
                typed.get(HEALTH_TIMEOUT),
                typed.get(HEALTH_START_PERIOD),
                typed.get(HEALTH_START_INTERVAL),
                typed.get(HEALTH_RETRIES)));
    }

    private static RestartPolicy restart(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        int retries = colon < 0 ? 0 : Math.toIntExact(Values.whole(text.substring(colon + 1)));
        for (var kind : RestartPolicy.Kind.values()) {
            if (!kind.word().equals(word)) continue;
            if (colon >= 0 && kind != RestartPolicy.Kind.ON_FAILURE) {
                throw new IllegalArgumentException("only on-failure takes a number of times");
            }
            if (retries < 0) throw new IllegalArgumentException("a number of times is not negative");
            return new RestartPolicy(kind, retries);
        }
        if (text.isEmpty()) return RestartPolicy.NO;
        throw new IllegalArgumentException("the policies are no, always, unless-stopped and on-failure[:N]");
    }
}
