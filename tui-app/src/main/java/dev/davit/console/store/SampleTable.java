package dev.davit.console.store;

import dev.davit.engine.container.ContainerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The newest figures of the containers that somebody sees. What nobody sees is forgotten, so it never grows beyond a screen.
public final class SampleTable {
    private final Map<ContainerId, Figures> figures = new HashMap<>();

    /// One container's figures.
    ///
    /// @param cpuPercent of one core: 200 means two cores busy
    /// @param memory bytes used
    /// @param memoryPercent of its limit, or of the machine's memory
    public record Figures(double cpuPercent, long memory, double memoryPercent) {}

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
