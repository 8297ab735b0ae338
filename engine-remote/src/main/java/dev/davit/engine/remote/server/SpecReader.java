package dev.davit.engine.remote.server;

import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.Healthcheck;
import dev.davit.engine.container.LifecycleSpec;
import dev.davit.engine.container.ProcessSpec;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNumber;
import dev.davit.engine.document.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Reads what `POST /containers/create` and `/containers/{id}/update` carry. Source: the Docker Engine API's `ContainerConfig`,
/// `HostConfig`, `NetworkingConfig` and `Resources`. What clients in Go send without meaning it (zeros, nulls) says nothing here.
final class SpecReader {
    private final Members config;
    private final Members host;

    private SpecReader(JsonObject document) {
        this.config = new Members("the container's configuration", document);
        this.host = config.object("HostConfig");
    }

    static ContainerSpec create(JsonObject document, Optional<String> name, Optional<String> platform) {
        var reader = new SpecReader(document);
        reader.refuse();
        return new ContainerSpec(
                reader.config.string("Image"),
                name,
                platform,
                reader.process(),
                ResourcesReader.read(reader.host),
                NetworkReader.read(reader.config, reader.host),
                StorageReader.read(reader.config, reader.host),
                SecurityReader.read(reader.host),
                reader.lifecycle(),
                reader.config.map("Labels"),
                reader.host.map("Annotations"),
                reader.host.text("ContainerIDFile"));
    }

    static ContainerUpdate update(JsonObject document) {
        var members = new Members("the update", document);
        return new ContainerUpdate(ResourcesReader.read(members), members.object("RestartPolicy").text("Name").map(_ -> restart(members)));
    }

    /// What a specification cannot hold and an engine would have to do.
    private void refuse() {
        if (config.flag("NetworkDisabled")) throw Call.invalid("invalid container: NetworkDisabled is not supported; NetworkMode none is");
        if (!config.texts("OnBuild").isEmpty()) throw Call.invalid("invalid container: OnBuild is an image's, and not supported here");
        if (host.number("KernelMemoryTCP").isPresent()) {
            throw Call.invalid("invalid HostConfig: KernelMemoryTCP is not supported; no kernel with cgroup v2 has such a limit");
        }
    }

    private ProcessSpec process() {
        return ProcessSpec.none().with(draft -> {
            draft.entrypoint = config.words("Entrypoint");
            draft.command = config.words("Cmd");
            draft.environment = config.texts("Env");
            draft.workingDirectory = config.text("WorkingDir");
            draft.user = config.text("User");
            draft.additionalGroups = host.texts("GroupAdd");
            draft.tty = config.flag("Tty");
            draft.openStdin = config.flag("OpenStdin");
            draft.stdinOnce = config.flag("StdinOnce");
            draft.attached = attached();
            draft.terminalSize = terminalSize();
            draft.shell = config.texts("Shell");
        });
    }

    private Set<StdStream> attached() {
        var streams = EnumSet.noneOf(StdStream.class);
        if (config.flag("AttachStdin")) streams.add(StdStream.STDIN);
        if (config.flag("AttachStdout")) streams.add(StdStream.STDOUT);
        if (config.flag("AttachStderr")) streams.add(StdStream.STDERR);
        return streams;
    }

    /// `[rows, columns]`; both are 0 without a terminal.
    private Optional<TerminalSize> terminalSize() {
        if (!host.has("ConsoleSize")) return Optional.empty();
        if (!(host.get("ConsoleSize").orElseThrow() instanceof JsonArray array)
                || array.size() != 2
                || !(array.items().get(0) instanceof JsonNumber rows)
                || !(array.items().get(1) instanceof JsonNumber columns)) {
            throw Call.invalid("invalid HostConfig: ConsoleSize is no pair of numbers");
        }
        var size = new TerminalSize((int) columns.asLong().orElse(0), (int) rows.asLong().orElse(0));
        return Optional.of(size).filter(given -> !given.equals(TerminalSize.UNKNOWN));
    }

    private LifecycleSpec lifecycle() {
        return LifecycleSpec.none().with(draft -> {
            draft.restart = restart(host);
            draft.autoRemove = host.flag("AutoRemove");
            draft.stopSignal = config.text("StopSignal");
            draft.stopTimeout = config.givenInt("StopTimeout");
            draft.init = host.told("Init");
            draft.healthcheck = config.optionalObject("Healthcheck").map(SpecReader::healthcheck);
            draft.logDriver = host.object("LogConfig").text("Type");
            draft.logOptions = host.object("LogConfig").map("Config");
        });
    }

    private static RestartPolicy restart(Members host) {
        var policy = host.object("RestartPolicy");
        String word = policy.text("Name").orElse("no");
        var kind = Arrays.stream(RestartPolicy.Kind.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Call.invalid("invalid restart policy '" + word + "'"));
        return new RestartPolicy(kind, policy.numberInt("MaximumRetryCount").orElse(0));
    }

    private static Healthcheck healthcheck(Members check) {
        return new Healthcheck(
                check.texts("Test"),
                nanos(check, "Interval"),
                nanos(check, "Timeout"),
                nanos(check, "StartPeriod"),
                nanos(check, "StartInterval"),
                check.numberInt("Retries"));
    }

    private static Optional<Duration> nanos(Members members, String name) {
        var nanos = members.number(name);
        return nanos.isPresent() ? Optional.of(Duration.ofNanos(nanos.getAsLong())) : Optional.empty();
    }
}
