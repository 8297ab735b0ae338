package dev.davit.console.store;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.system.StatsSample;
import dev.davit.engine.system.StatsSample.Traffic;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The newest figures of the containers that somebody sees. What nobody sees is forgotten, so it never grows beyond a screen.
public final class SampleTable {
    private final Map<ContainerId, Figures> figures = new HashMap<>();

    /// One container's figures.
    ///
    /// @param time when the engine read them
    /// @param cpu percent of one core: 200 means two cores busy; empty before there are two readings
    /// @param cores of the machine, 0 when not known
    /// @param memory bytes used, and their limit
    /// @param network bytes since it started
    /// @param blockIo bytes since it started
    /// @param pids processes and threads
    public record Figures(
            Instant time, OptionalDouble cpu, int cores, StatsSample.Memory memory, Traffic network, Traffic blockIo, long pids) {

        /// What a sample tells.
        public static Figures of(StatsSample sample) {
            var cpu = sample.previous().isPresent() ? OptionalDouble.of(sample.cpuPercent()) : OptionalDouble.empty();
            return new Figures(
                    sample.time(), cpu, sample.cpu().onlineCpus(), sample.memory(), sample.network(), sample.blockIo(), sample.pids());
        }

        /// Of one core; 0 before it is known.
        public double cpuPercent() {
            return cpu.orElse(0);
        }
    }

    /// Figures of one moment.
    ///
    /// @param figures by container
    public record Snapshot(Map<ContainerId, Figures> figures) {
        /// Before any came.
        public static final Snapshot NONE = new Snapshot(Map.of());

        public Snapshot {
            figures = Map.copyOf(figures);
        }

        /// One container's, if there are any.
        public Optional<Figures> of(ContainerId id) {
            return Optional.ofNullable(figures.get(id));
        }
    }

    /// Takes figures.
    ///
    /// @return whether these are the first of this container
    public synchronized boolean put(ContainerId id, Figures newest) {
        return figures.put(id, newest) == null;
    }

    /// Forgets all others.
    public synchronized void retain(Set<ContainerId> seen) {
        figures.keySet().retainAll(seen);
    }

    /// All of them now.
    public synchronized Snapshot snapshot() {
        return new Snapshot(figures);
    }
}
