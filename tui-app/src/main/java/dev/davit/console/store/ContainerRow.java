package dev.davit.console.store;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.container.PortBinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A container as the table knows it: what the last list said, and what events have said since.
///
/// @param summary from the list
/// @param name its own name, which events change
/// @param state where it stands
/// @param exitCode of its last run, when [#state] says that it has ended
/// @param health what its check says
/// @param since when it came to this state; empty when it is not known
public record ContainerRow(
        ContainerSummary summary, String name, ContainerState state, int exitCode, Health health, Optional<Instant> since) {

    /// What a container's health check says.
    public enum Health {
        /// There is no check.
        NONE,
        STARTING,
        HEALTHY,
        UNHEALTHY
    }

    /// Its identity.
    public ContainerId id() {
        return summary.id();
    }

    /// Its ports; those of a container that does not run are not known.
    public List<PortBinding> ports() {
        return state.isRunning() ? summary.ports() : List.of();
    }

    /// The names of its networks, as one text.
    public String networks() {
        return networkNames().sorted().collect(Collectors.joining(", "));
    }

    /// The names of its networks.
    public Stream<String> networkNames() {
        return summary.networks().stream().map(NetworkAttachment::network);
    }

    /// The names of the volumes that it mounts.
    public Stream<String> volumeNames() {
        return summary.mounts().stream().filter(mount -> mount.type().equals("volume")).map(MountPoint::name);
    }

    ContainerRow running(Instant time) {
        return new ContainerRow(summary, name, ContainerState.RUNNING, 0, Health.NONE, Optional.of(time));
    }

    ContainerRow ended(int code, Instant time) {
        return new ContainerRow(summary, name, ContainerState.EXITED, code, Health.NONE, Optional.of(time));
    }

    /// Paused and thawed containers count from their start.
    ContainerRow in(ContainerState other) {
        return new ContainerRow(summary, name, other, exitCode, health, since);
    }

    ContainerRow checked(Health now) {
        return new ContainerRow(summary, name, state, exitCode, now, since);
    }

    ContainerRow named(String other) {
        return new ContainerRow(summary, other, state, exitCode, health, since);
    }
}
