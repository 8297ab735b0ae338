package dev.davit.engine.container;

import dev.davit.engine.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One container in full: what callers decide by as typed values, everything else as the engine's document.
///
/// @param id its id
/// @param name without leading slash
/// @param image as it was named at creation
/// @param imageId the image's id, with `sha256:`
/// @param created when
/// @param state where it stands
/// @param pid the first process on the engine's host, 0 when not running
/// @param exitCode of the last run, 0 while it has not ended
/// @param outOfMemory whether the kernel killed it for memory
/// @param error why the last start failed, empty if it did not
/// @param started when it last started
/// @param finished when it last ended
/// @param health `starting`, `healthy`, `unhealthy`, or empty without a check
/// @param restarts how often the restart policy started it again
/// @param path the executable it runs
/// @param arguments and its arguments
/// @param tty whether it has a terminal: decides how its streams are read
/// @param openStdin whether it has a standard input
/// @param environment `NAME=value` each
/// @param labels its labels
/// @param ports published and exposed ports; published ones only while it runs
/// @param mounts what is mounted
/// @param networks where it is attached
/// @param autoRemove whether it goes when it ends
/// @param stopTimeout seconds of grace given at creation
/// @param logDriver the name of its log driver
/// @param document Docker's inspect document, the engine's own text where it has one
public record ContainerDetails(
        ContainerId id,
        String name,
        String image,
        String imageId,
        Instant created,
        ContainerState state,
        int pid,
        int exitCode,
        boolean outOfMemory,
        String error,
        Optional<Instant> started,
        Optional<Instant> finished,
        String health,
        int restarts,
        String path,
        List<String> arguments,
        boolean tty,
        boolean openStdin,
        List<String> environment,
        Map<String, String> labels,
        List<PortBinding> ports,
        List<MountPoint> mounts,
        List<NetworkAttachment> networks,
        boolean autoRemove,
        OptionalInt stopTimeout,
        String logDriver,
        Document document) {

    public ContainerDetails {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        networks = List.copyOf(networks);
    }
}
