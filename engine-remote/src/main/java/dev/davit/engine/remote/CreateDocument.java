package dev.davit.engine.remote;

import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.DeviceRate;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.container.Healthcheck;
import dev.davit.engine.container.LifecycleSpec;
import dev.davit.engine.container.MountSpec;
import dev.davit.engine.container.NetworkSpec;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.container.SecuritySpec;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.StorageSpec;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonNull;
import dev.davit.engine.document.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What `POST /containers/create` and `/containers/{id}/update` carry. Source: the Docker Engine API's `ContainerConfig`,
/// `HostConfig`, `NetworkingConfig` and `Resources`.
public final class CreateDocument {
    private static final List<String> EMPTY_LISTS = List.of(
            "Dns", "DnsOptions", "DnsSearch", "Devices", "Ulimits", "BlkioWeightDevice", "BlkioDeviceReadBps",
            "BlkioDeviceWriteBps", "BlkioDeviceReadIOps", "BlkioDeviceWriteIOps");

    private final JsonObject.Builder out = JsonObject.builder();

    private CreateDocument() {}

    public static JsonObject of(ContainerSpec spec, ApiVersion version) {
        var document = new CreateDocument();
        document.process(spec, version);
        document.out.put("HostConfig", (Json) host(spec, version));
        document.endpoints(spec.network(), version);
        return document.out.build();
    }

    public static JsonObject update(ContainerUpdate change) {
        var document = new CreateDocument();
        document.resources(change.resources());
        change.restart().ifPresent(document::restart);
        return document.out.build();
    }

    private void process(ContainerSpec spec, ApiVersion version) {
        var process = spec.process();
        var network = spec.network();
        var lifecycle = spec.lifecycle();
        out.put("Image", spec.image());
        text("Hostname", network.hostname());
        text("Domainname", network.domainName());
        text("User", process.user());
        out.put("AttachStdin", process.attached().contains(StdStream.STDIN));
        out.put("AttachStdout", process.attached().contains(StdStream.STDOUT));
        out.put("AttachStderr", process.attached().contains(StdStream.STDERR));
        out.put("Tty", process.tty());
        out.put("OpenStdin", process.openStdin());
        out.put("StdinOnce", process.stdinOnce());
        texts("Env", process.environment());
        process.command().ifPresent(command -> out.put("Cmd", JsonArray.ofStrings(command)));
        process.entrypoint().ifPresent(entrypoint -> out.put("Entrypoint", JsonArray.ofStrings(entrypoint)));
        texts("Shell", process.shell());
        text("WorkingDir", process.workingDirectory());
        if (!spec.labels().isEmpty()) out.put("Labels", spec.labels());
        text("StopSignal", lifecycle.stopSignal());
        number("StopTimeout", lifecycle.stopTimeout());
        lifecycle.healthcheck().ifPresent(check -> out.put("Healthcheck", (Json) healthcheck(check, version)));
        var exposed = new LinkedHashMap<String, Json>();
        network.exposed().forEach(port -> exposed.put(port.toString(), JsonObject.empty()));
        network.published().forEach(binding -> exposed.put(binding.port().toString(), JsonObject.empty()));
        set("ExposedPorts", exposed);
        var volumes = new LinkedHashMap<String, Json>();
        spec.storage().anonymousVolumes().forEach(path -> volumes.put(path, JsonObject.empty()));
        set("Volumes", volumes);
        if (!version.atLeast(44)) text("MacAddress", network.macAddress());
    }

    private static JsonObject healthcheck(Healthcheck check, ApiVersion version) {
        var health = new CreateDocument();
        health.texts("Test", check.test());
        health.nanos("Interval", check.interval());
        health.nanos("Timeout", check.timeout());
        health.nanos("StartPeriod", check.startPeriod());
        if (check.startInterval().isPresent()) needs(version, 44, "an interval of health checks at the start");
        health.nanos("StartInterval", check.startInterval());
        health.number("Retries", check.retries());
        return health.out.build();
    }

    /// An older daemon would not look at what it does not know.
    private static void needs(ApiVersion version, int minor, String what) {
        Requests.need("create a container", version, minor, what);
    }

    private static JsonObject host(ContainerSpec spec, ApiVersion version) {
        var host = new CreateDocument();
        // As docker sends them: what is inspected later then looks the same, whoever made the container.
        for (String list : EMPTY_LISTS) host.out.put(list, JsonArray.empty());
        host.out.put("PortBindings", (Json) JsonObject.empty());
        host.storage(spec.storage());
        host.network(spec.network());
        host.security(spec.security());
        host.lifecycle(spec.lifecycle());
        host.resources(spec.resources());
        host.text("ContainerIDFile", spec.idFile());
        host.texts("GroupAdd", spec.process().additionalGroups());
        spec.process()
                .terminalSize()
                .ifPresent(size -> host.out.put("ConsoleSize", JsonArray.of(Json.of(size.rows()), Json.of(size.columns()))));
        if (!spec.annotations().isEmpty()) {
            needs(version, 43, "an annotation");
            host.out.put("Annotations", spec.annotations());
        }
        return host.out.build();
    }

    private void storage(StorageSpec storage) {
        texts("Binds", storage.binds().stream().map(BindSpec::toString).toList());
        if (!storage.mounts().isEmpty()) {
            out.put("Mounts", new JsonArray(storage.mounts().stream().map(CreateDocument::mount).toList()));
        }
        if (!storage.tmpfs().isEmpty()) out.put("Tmpfs", storage.tmpfs());
        texts("VolumesFrom", storage.volumesFrom());
        text("VolumeDriver", storage.volumeDriver());
        out.put("ReadonlyRootfs", storage.readOnlyRoot());
        number("ShmSize", storage.shmSize());
        if (!storage.storageOptions().isEmpty()) out.put("StorageOpt", storage.storageOptions());
    }

    private static Json mount(MountSpec mount) {
        var json = new CreateDocument();
        json.out.put("Type", mount.type().name().toLowerCase(Locale.ROOT));
        if (!mount.source().isEmpty()) json.out.put("Source", mount.source());
        json.out.put("Target", mount.target());
        json.out.put("ReadOnly", mount.readOnly());
        if (!mount.consistency().isEmpty()) json.out.put("Consistency", mount.consistency());
        mount.bind().ifPresent(bind -> {
            var options = JsonObject.builder();
            if (!bind.propagation().isEmpty()) options.put("Propagation", bind.propagation());
            if (bind.nonRecursive()) options.put("NonRecursive", true);
            if (bind.createSource()) options.put("CreateMountpoint", true);
            if (bind.readOnlyNonRecursive()) options.put("ReadOnlyNonRecursive", true);
            if (bind.readOnlyForceRecursive()) options.put("ReadOnlyForceRecursive", true);
            json.out.put("BindOptions", (Json) options.build());
        });
        if (mount.volume().isPresent() || (mount.type() == MountSpec.Type.VOLUME && mount.subpath().isPresent())) {
            var options = JsonObject.builder();
            mount.volume().ifPresent(volume -> {
                options.put("NoCopy", volume.noCopy());
                if (!volume.labels().isEmpty()) options.put("Labels", volume.labels());
                var driver = JsonObject.builder();
                if (!volume.driver().isEmpty()) driver.put("Name", volume.driver());
                if (!volume.driverOptions().isEmpty()) driver.put("Options", volume.driverOptions());
                options.put("DriverConfig", (Json) driver.build());
            });
            mount.subpath().ifPresent(path -> options.put("Subpath", path));
            json.out.put("VolumeOptions", (Json) options.build());
        }
        if (mount.type() == MountSpec.Type.IMAGE && mount.subpath().isPresent()) {
            json.out.put("ImageOptions", (Json) JsonObject.builder().put("Subpath", mount.subpath().get()).build());
        }
        if (mount.tmpfsSize().isPresent() || mount.tmpfsMode().isPresent()) {
            var options = new CreateDocument();
            options.number("SizeBytes", mount.tmpfsSize());
            options.number("Mode", mount.tmpfsMode());
            json.out.put("TmpfsOptions", (Json) options.out.build());
        }
        return json.out.build();
    }

    private void network(NetworkSpec network) {
        text("NetworkMode", network.mode());
        texts("Dns", network.dns());
        texts("DnsOptions", network.dnsOptions());
        texts("DnsSearch", network.dnsSearch());
        texts("ExtraHosts", network.extraHosts());
        texts("Links", network.links());
        out.put("PublishAllPorts", network.publishAll());
        var bindings = new LinkedHashMap<String, List<Json>>();
        for (var binding : network.published()) {
            var one = JsonObject.builder().put("HostIp", binding.hostAddress()).put("HostPort", binding.hostPort());
            bindings.computeIfAbsent(binding.port().toString(), port -> new ArrayList<>()).add(one.build());
        }
        var ports = new LinkedHashMap<String, Json>();
        bindings.forEach((port, list) -> ports.put(port, new JsonArray(list)));
        set("PortBindings", ports);
    }

    private void endpoints(NetworkSpec network, ApiVersion version) {
        if (network.endpoints().isEmpty()) return;
        var endpoints = JsonObject.builder();
        for (var endpoint : network.endpoints()) {
            endpoints.put(endpoint.network(), (Json) endpoint("create a container", endpoint, version));
        }
        out.put("NetworkingConfig", (Json)
                JsonObject.builder().put("EndpointsConfig", (Json) endpoints.build()).build());
    }

    /// An endpoint's settings, for a container that is created or one that is connected later.
    static JsonObject endpoint(String what, EndpointSpec endpoint, ApiVersion version) {
        if (endpoint.macAddress().isPresent()) Requests.need(what, version, 44, "a MAC address on a network");
        if (endpoint.gatewayPriority() != 0) Requests.need(what, version, 48, "a gateway's priority");
        var json = new CreateDocument();
        json.texts("Aliases", endpoint.aliases());
        json.texts("Links", endpoint.links());
        json.text("MacAddress", endpoint.macAddress());
        if (endpoint.ipv4Address().isPresent()
                || endpoint.ipv6Address().isPresent()
                || !endpoint.linkLocalAddresses().isEmpty()) {
            var addresses = new CreateDocument();
            addresses.text("IPv4Address", endpoint.ipv4Address());
            addresses.text("IPv6Address", endpoint.ipv6Address());
            addresses.texts("LinkLocalIPs", endpoint.linkLocalAddresses());
            json.out.put("IPAMConfig", (Json) addresses.out.build());
        }
        if (!endpoint.driverOptions().isEmpty()) json.out.put("DriverOpts", endpoint.driverOptions());
        if (endpoint.gatewayPriority() != 0) json.out.put("GwPriority", endpoint.gatewayPriority());
        return json.out.build();
    }

    private void security(SecuritySpec security) {
        out.put("Privileged", security.privileged());
        texts("CapAdd", security.addedCapabilities());
        texts("CapDrop", security.droppedCapabilities());
        texts("SecurityOpt", security.options());
        text("PidMode", security.pidMode());
        text("IpcMode", security.ipcMode());
        text("UTSMode", security.utsMode());
        text("UsernsMode", security.userNamespaceMode());
        text("CgroupnsMode", security.cgroupNamespaceMode());
        text("CgroupParent", security.cgroupParent());
        if (!security.sysctls().isEmpty()) out.put("Sysctls", security.sysctls());
        if (!security.devices().isEmpty()) {
            out.put("Devices", new JsonArray(security.devices().stream()
                    .map(device -> (Json) JsonObject.builder()
                            .put("PathOnHost", device.hostPath())
                            .put("PathInContainer", device.containerPath())
                            .put("CgroupPermissions", device.permissions())
                            .build())
                    .toList()));
        }
        texts("DeviceCgroupRules", security.deviceCgroupRules());
        if (!security.deviceRequests().isEmpty()) {
            out.put("DeviceRequests", new JsonArray(security.deviceRequests().stream()
                    .map(request -> (Json) JsonObject.builder()
                            .put("Driver", request.driver())
                            .put("Count", request.count())
                            .put("DeviceIDs", request.deviceIds().isEmpty() ? JsonNull.NULL : JsonArray.ofStrings(request.deviceIds()))
                            .put("Capabilities", new JsonArray(request.capabilities().stream()
                                    .map(all -> (Json) JsonArray.ofStrings(all))
                                    .toList()))
                            .put("Options", request.options())
                            .build())
                    .toList()));
        }
        number("OomScoreAdj", security.oomScoreAdjustment());
        text("Runtime", security.runtime());
        text("Isolation", security.isolation());
        security.maskedPaths().ifPresent(paths -> out.put("MaskedPaths", JsonArray.ofStrings(paths)));
        security.readOnlyPaths().ifPresent(paths -> out.put("ReadonlyPaths", JsonArray.ofStrings(paths)));
    }

    private void lifecycle(LifecycleSpec lifecycle) {
        restart(lifecycle.restart());
        out.put("AutoRemove", lifecycle.autoRemove());
        lifecycle.init().ifPresent(init -> out.put("Init", init));
        if (lifecycle.logDriver().isPresent() || !lifecycle.logOptions().isEmpty()) {
            var log = JsonObject.builder().put("Type", lifecycle.logDriver().orElse(""));
            out.put("LogConfig", (Json) log.put("Config", lifecycle.logOptions()).build());
        }
    }

    private void restart(RestartPolicy policy) {
        out.put("RestartPolicy", (Json) JsonObject.builder()
                .put("Name", policy.kind().word())
                .put("MaximumRetryCount", policy.maximumRetries())
                .build());
    }

    private void resources(Resources resources) {
        number("Memory", resources.memory());
        number("MemoryReservation", resources.memoryReservation());
        number("MemorySwap", resources.memorySwap());
        number("MemorySwappiness", resources.memorySwappiness());
        number("KernelMemory", resources.kernelMemory());
        resources.oomKillDisable().ifPresent(off -> out.put("OomKillDisable", off));
        number("NanoCpus", resources.nanoCpus());
        number("CpuShares", resources.cpuShares());
        number("CpuPeriod", resources.cpuPeriod());
        number("CpuQuota", resources.cpuQuota());
        number("CpuRealtimePeriod", resources.cpuRealtimePeriod());
        number("CpuRealtimeRuntime", resources.cpuRealtimeRuntime());
        text("CpusetCpus", resources.cpusetCpus());
        text("CpusetMems", resources.cpusetMems());
        number("PidsLimit", resources.pidsLimit());
        number("BlkioWeight", resources.blockIoWeight());
        rates("BlkioWeightDevice", "Weight", resources.blockIoWeightDevices());
        rates("BlkioDeviceReadBps", "Rate", resources.deviceReadBps());
        rates("BlkioDeviceWriteBps", "Rate", resources.deviceWriteBps());
        rates("BlkioDeviceReadIOps", "Rate", resources.deviceReadIops());
        rates("BlkioDeviceWriteIOps", "Rate", resources.deviceWriteIops());
        if (!resources.ulimits().isEmpty()) {
            out.put("Ulimits", new JsonArray(resources.ulimits().stream()
                    .map(limit -> (Json) JsonObject.builder()
                            .put("Name", limit.name())
                            .put("Soft", limit.soft())
                            .put("Hard", limit.hard())
                            .build())
                    .toList()));
        }
    }

    private void rates(String name, String member, List<DeviceRate> rates) {
        if (rates.isEmpty()) return;
        out.put(name, new JsonArray(rates.stream()
                .map(rate -> (Json) JsonObject.builder().put("Path", rate.path()).put(member, rate.value()).build())
                .toList()));
    }

    private void text(String name, Optional<String> value) {
        value.ifPresent(text -> out.put(name, text));
    }

    private void texts(String name, List<String> values) {
        if (!values.isEmpty()) out.put(name, JsonArray.ofStrings(values));
    }

    private void number(String name, OptionalLong value) {
        value.ifPresent(number -> out.put(name, number));
    }

    private void number(String name, OptionalInt value) {
        value.ifPresent(number -> out.put(name, number));
    }

    private void nanos(String name, Optional<Duration> value) {
        value.ifPresent(duration -> out.put(name, duration.toNanos()));
    }

    private void set(String name, Map<String, Json> members) {
        if (!members.isEmpty()) out.put(name, new JsonObject(new LinkedHashMap<>(members)));
    }
}
