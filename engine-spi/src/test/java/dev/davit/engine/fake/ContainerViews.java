package dev.davit.engine.fake;

import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.MountPoint;
import dev.davit.engine.container.NetworkAttachment;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.ListDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A container as the values that callers see.
final class ContainerViews {
    private static final long ROOT_SIZE = 2_000_000;

    private ContainerViews() {}

    static ContainerSummary summary(FakeContainer container, boolean sizes) {
        var network = container.spec.network();
        return new ContainerSummary(
                container.id,
                List.of(container.name),
                container.spec.image(),
                container.image.id(),
                String.join(" ", container.command),
                container.created,
                container.state,
                status(container),
                container.isRunning() ? network.published() : List.of(),
                container.spec.labels(),
                mounts(container),
                networks(container),
                sizes ? OptionalLong.of(rw(container)) : OptionalLong.empty(),
                sizes ? OptionalLong.of(ROOT_SIZE + rw(container)) : OptionalLong.empty());
    }

    static long rw(FakeContainer container) {
        return container.changes.size() * 4096L;
    }

    static String status(FakeContainer container) {
        var now = container.world.now();
        String ago = container.finished.map(finished -> Ages.of(Duration.between(finished, now)) + " ago").orElse("");
        String up = container.started.map(started -> "Up " + Ages.of(Duration.between(started, now))).orElse("");
        return switch (container.state) {
            case CREATED -> "Created";
            case RUNNING -> up;
            case PAUSED -> up + " (Paused)";
            case RESTARTING -> "Restarting (" + container.exitCode + ") " + ago;
            case REMOVING -> "Removal In Progress";
            case EXITED -> "Exited (" + container.exitCode + ") " + ago;
            case DEAD -> "Dead";
        };
    }

    private static List<MountPoint> mounts(FakeContainer container) {
        return container.volumes.entrySet().stream()
                .map(mount -> new MountPoint(
                        "volume", mount.getValue().name(), mount.getValue().mountpoint(), mount.getKey(), "local", "", true, ""))
                .toList();
    }

    private static List<NetworkAttachment> networks(FakeContainer container) {
        return container.endpoints.entrySet().stream()
                .map(entry -> attachment(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static NetworkAttachment attachment(String name, FakeEndpoint endpoint) {
        var network = endpoint.network();
        boolean addressed = endpoint.address().isPresent();
        int prefix = network.flatMap(FakeNetwork::subnet).map(Subnet::prefix).orElse(0);
        return new NetworkAttachment(
                name, network.map(FakeNetwork::id).orElse(""), endpoint.address().orElse(""), addressed ? prefix : 0,
                addressed ? network.map(FakeNetwork::gateway).orElse("") : "", "", endpoint.macAddress());
    }

    static ContainerDetails details(FakeContainer container, boolean sizes) {
        var process = container.process;
        return new ContainerDetails(
                container.id,
                container.name,
                container.spec.image(),
                container.image.id(),
                container.created,
                container.state,
                container.isRunning() && process != null ? process.pid : 0,
                container.exitCode,
                false,
                container.error,
                container.started,
                container.finished,
                "",
                container.restarts,
                container.command.getFirst(),
                container.command.subList(1, container.command.size()),
                container.isTty(),
                container.spec.process().openStdin(),
                container.environment,
                container.spec.labels(),
                container.isRunning() ? container.spec.network().published() : List.of(),
                mounts(container),
                networks(container),
                container.spec.lifecycle().autoRemove(),
                container.spec.lifecycle().stopTimeout(),
                container.spec.lifecycle().logDriver().orElse("json-file"),
                new Document(document(container, sizes).text()));
    }

    private static JsonObject document(FakeContainer container, boolean sizes) {
        var document = JsonObject.builder()
                .put("Id", container.id.value())
                .put("Created", container.created.toString())
                .put("Path", container.command.getFirst())
                .put("Args", JsonArray.ofStrings(container.command.subList(1, container.command.size())))
                .put("State", state(container))
                .put("Image", container.image.id())
                .put("Name", "/" + container.name)
                .put("RestartCount", container.restarts)
                .put("Driver", "overlay2")
                .put("Platform", "linux")
                .put("HostConfig", hostConfig(container));
        if (sizes) document.put("SizeRw", rw(container)).put("SizeRootFs", ROOT_SIZE + rw(container));
        return document.put("Mounts", ListDocuments.mounts(mounts(container)))
                .put("Config", config(container))
                .put("NetworkSettings", networking(container))
                .build();
    }

    private static Json networking(FakeContainer container) {
        var ports = new LinkedHashMap<String, List<Json>>();
        for (var binding : container.isRunning() ? container.spec.network().published() : List.<PortBinding>of()) {
            ports.computeIfAbsent(binding.port().toString(), _ -> new ArrayList<>())
                    .add(JsonObject.builder().put("HostIp", binding.hostAddress()).put("HostPort", binding.hostPort()).build());
        }
        var bound = JsonObject.builder();
        ports.forEach((port, bindings) -> bound.put(port, new JsonArray(bindings)));
        var networks = JsonObject.builder();
        for (var network : networks(container)) networks.put(network.network(), ListDocuments.endpoint(network));
        return JsonObject.builder().put("Ports", (Json) bound.build()).put("Networks", (Json) networks.build()).build();
    }

    private static Json state(FakeContainer container) {
        var process = container.process;
        return JsonObject.builder()
                .put("Status", container.state.word())
                .put("Running", container.isRunning() || container.state == ContainerState.RESTARTING)
                .put("Paused", container.state == ContainerState.PAUSED)
                .put("Restarting", container.state == ContainerState.RESTARTING)
                .put("OOMKilled", false)
                .put("Dead", false)
                .put("Pid", container.isRunning() && process != null ? process.pid : 0)
                .put("ExitCode", container.exitCode)
                .put("Error", container.error)
                .put("StartedAt", time(container.started))
                .put("FinishedAt", time(container.finished))
                .build();
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse("0001-01-01T00:00:00Z");
    }

    private static Json hostConfig(FakeContainer container) {
        var resources = container.resources;
        return JsonObject.builder()
                .put("NetworkMode", container.spec.network().mode().orElse("default"))
                .put("RestartPolicy", (Json) JsonObject.builder()
                        .put("Name", container.restart.kind().word())
                        .put("MaximumRetryCount", container.restart.maximumRetries())
                        .build())
                .put("AutoRemove", container.spec.lifecycle().autoRemove())
                .put("LogConfig", (Json) JsonObject.builder()
                        .put("Type", container.spec.lifecycle().logDriver().orElse("json-file"))
                        .put("Config", container.spec.lifecycle().logOptions())
                        .build())
                .put("Memory", resources.memory().orElse(0))
                .put("MemorySwap", resources.memorySwap().orElse(0))
                .put("NanoCpus", resources.nanoCpus().orElse(0))
                .put("CpuShares", resources.cpuShares().orElse(0))
                .put("PidsLimit", resources.pidsLimit().orElse(0))
                .build();
    }

    private static Json config(FakeContainer container) {
        var process = container.spec.process();
        var exposed = JsonObject.builder();
        container.exposed().forEach(port -> exposed.put(port, (Json) JsonObject.builder().build()));
        var lifecycle = container.spec.lifecycle();
        var config = JsonObject.builder();
        lifecycle.stopSignal().ifPresent(signal -> config.put("StopSignal", signal));
        lifecycle.stopTimeout().ifPresent(seconds -> config.put("StopTimeout", seconds));
        return config
                .put("ExposedPorts", (Json) exposed.build())
                .put("Hostname", container.hostname())
                .put("User", process.user().orElse(""))
                .put("Tty", process.tty())
                .put("OpenStdin", process.openStdin())
                .put("StdinOnce", process.stdinOnce())
                .put("Env", JsonArray.ofStrings(container.environment))
                .put("Cmd", JsonArray.ofStrings(process.command().orElse(container.image.command())))
                .put("Image", container.spec.image())
                .put("WorkingDir", process.workingDirectory().orElse(""))
                .put("Labels", container.spec.labels())
                .build();
    }
}
