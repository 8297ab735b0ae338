package dev.davit.console.store;

import dev.davit.console.store.SampleTable.Figures;
import dev.davit.engine.system.StatsSample.Traffic;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/// A figure that is followed through time.
public enum Series {
    /// Percent, of one core or of all.
    CPU,
    /// Bytes.
    MEMORY,
    /// Bytes per second, as all of these.
    RECEIVED,
    SENT,
    READ,
    WRITTEN,
    /// Processes and threads.
    PIDS;

    private static final double SECOND = 1e9;

    /// Its value.
    ///
    /// @param before the figures before these
    /// @return empty where it cannot be known: what is told per second needs two readings
    OptionalDouble value(Figures before, Figures figures, CpuUnit unit) {
        return switch (this) {
            case CPU -> unit.percent(figures);
            case MEMORY -> OptionalDouble.of((double) figures.memory().used());
            case RECEIVED -> rate(before, figures, of -> in(of.network()));
            case SENT -> rate(before, figures, of -> out(of.network()));
            case READ -> rate(before, figures, of -> in(of.blockIo()));
            case WRITTEN -> rate(before, figures, of -> out(of.blockIo()));
            case PIDS -> OptionalDouble.of((double) figures.pids());
        };
    }

    /// By the engine's own times: the time that figures took to arrive says nothing of what they count.
    private static OptionalDouble rate(Figures before, Figures figures, ToLongFunction<Figures> counter) {
        long passed = Duration.between(before.time(), figures.time()).toNanos();
        long more = counter.applyAsLong(figures) - counter.applyAsLong(before);
        // a counter that falls began anew with its container
        return passed > 0 && more >= 0 ? OptionalDouble.of(more * SECOND / passed) : OptionalDouble.empty();
    }

    private static long in(Traffic traffic) {
        return traffic.in();
    }

    private static long out(Traffic traffic) {
        return traffic.out();
    }
}
