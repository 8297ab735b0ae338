package dev.davit.cli.container;

import dev.davit.cli.Flag;
import dev.davit.cli.Invocation;
import dev.davit.engine.container.StopOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How `stop` and `restart` are to end a container.
final class EndFlags {
    private static final Flag<Optional<String>> SIGNAL = Flag.text("signal", 's', "The signal that asks it to end");
    private static final Flag<OptionalInt> TIMEOUT = Flag.integer("timeout", 't', "Seconds it may take before it is killed, -1 for ever");
    private static final Flag<OptionalInt> TIME = Flag.integer("time", (char) 0, "The older name of --timeout");

    private EndFlags() {}

    static List<Flag<?>> all() {
        return List.of(SIGNAL, TIMEOUT, TIME);
    }

    static StopOptions read(Invocation typed) {
        var seconds = typed.has(TIMEOUT) ? typed.get(TIMEOUT) : typed.get(TIME);
        Optional<Duration> grace = seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsInt())) : Optional.empty();
        return new StopOptions(grace, typed.get(SIGNAL));
    }
}
