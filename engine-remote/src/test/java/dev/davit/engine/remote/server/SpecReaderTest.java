package dev.davit.engine.remote.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.BindSpec;
import dev.davit.engine.container.ContainerPort;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.DeviceRate;
import dev.davit.engine.container.DeviceRequest;
import dev.davit.engine.container.DeviceSpec;
import dev.davit.engine.container.EndpointSpec;
import dev.davit.engine.container.Healthcheck;
import dev.davit.engine.container.MountSpec;
import dev.davit.engine.container.PortBinding;
import dev.davit.engine.container.ProcessSpec;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.container.SecuritySpec;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.container.TerminalSize;
import dev.davit.engine.container.TransportProtocol;
import dev.davit.engine.container.Ulimit;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.remote.ApiVersion;
import dev.davit.engine.remote.CreateDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the remote engine writes of a specification, the server reads as the same one; what other clients send besides says nothing,
/// and what cannot be is refused.
class SpecReaderTest {
    private static final ApiVersion NEW = new ApiVersion(1, 48);
    private static final ApiVersion USUAL = new ApiVersion(1, 43);

    private static ContainerSpec read(String document) {
        return SpecReader.create((JsonObject) Json.parse(document), Optional.empty(), Optional.empty());
    }

    static Stream<ContainerSpec> specifications() {
        return Stream.of(
                ContainerSpec.of("busybox"), processes(), limited(), networked(), stored(), secured(), living());
    }

    private static ContainerSpec with(Consumer<ContainerSpec.Draft> change) {
        return ContainerSpec.of("busybox", "sh", "-c", "true").named("web").with(change);
    }

    private static ContainerSpec processes() {
        return with(draft -> {
            draft.platform = Optional.of("linux/arm64");
            draft.labels = Map.of("a", "b", "empty", "");
            draft.annotations = Map.of("note", "x");
            draft.idFile = Optional.of("/tmp/id");
            draft.process = ProcessSpec.none().with(process -> {
                process.entrypoint = Optional.of(List.of(""));
                process.command = Optional.of(List.of());
                process.environment = List.of("A=b", "PATH");
                process.workingDirectory = Optional.of("/tmp");
                process.user = Optional.of("1:2");
                process.additionalGroups = List.of("audio");
                process.tty = true;
                process.openStdin = true;
                process.stdinOnce = true;
                process.attached = Set.of(StdStream.STDIN, StdStream.STDERR);
                process.terminalSize = Optional.of(new TerminalSize(100, 30));
                process.shell = List.of("/bin/ash", "-ec");
            });
        });
    }

    private static ContainerSpec limited() {
        return with(draft -> draft.resources = resources());
    }

    private static Resources resources() {
        return Resources.none().with(limits -> {
            limits.memory = OptionalLong.of(1L << 40);
            limits.memoryReservation = OptionalLong.of(1 << 20);
            limits.memorySwap = OptionalLong.of(-1);
            limits.memorySwappiness = OptionalInt.of(0);
            limits.kernelMemory = OptionalLong.of(1 << 22);
            limits.oomKillDisable = Optional.of(false);
            limits.nanoCpus = OptionalLong.of(1_500_000_000);
            limits.cpuShares = OptionalLong.of(512);
            limits.cpuPeriod = OptionalLong.of(10_000);
            limits.cpuQuota = OptionalLong.of(-1);
            limits.cpuRealtimePeriod = OptionalLong.of(5);
            limits.cpuRealtimeRuntime = OptionalLong.of(4);
            limits.cpusetCpus = Optional.of("0-1");
            limits.cpusetMems = Optional.of("0");
            limits.pidsLimit = OptionalLong.of(0);
            limits.blockIoWeight = OptionalInt.of(300);
            limits.blockIoWeightDevices = List.of(new DeviceRate("/dev/a", 1));
            limits.deviceReadBps = List.of(new DeviceRate("/dev/b", 2));
            limits.deviceWriteBps = List.of(new DeviceRate("/dev/c", 3));
            limits.deviceReadIops = List.of(new DeviceRate("/dev/d", 4), new DeviceRate("/dev/e", 5));
            limits.deviceWriteIops = List.of(new DeviceRate("/dev/f", 6));
            limits.ulimits = List.of(new Ulimit("nofile", 10, 20), new Ulimit("core", -1, -1));
        });
    }

    private static ContainerSpec networked() {
        return with(draft -> draft.network = draft.network.with(network -> {
            network.mode = Optional.of("front");
            network.endpoints = List.of(
                    EndpointSpec.of("front"),
                    new EndpointSpec("back", List.of("db"), Optional.of("10.1.2.3"), Optional.of("fd00::3"), List.of("169.254.1.1"),
                            Optional.of("02:42:00:00:00:01"), List.of("other:o"), Map.of("com.example", "1"), 7));
            network.hostname = Optional.of("mast");
            network.domainName = Optional.of("example.com");
            network.dns = List.of("1.1.1.1");
            network.dnsOptions = List.of("ndots:2");
            network.dnsSearch = List.of("example.com");
            network.extraHosts = List.of("host:host-gateway");
            network.links = List.of("db:database");
            network.exposed = List.of(new ContainerPort(53, TransportProtocol.UDP));
            network.published = List.of(
                    new PortBinding(new ContainerPort(80, TransportProtocol.TCP), "127.0.0.1", "8080"),
                    new PortBinding(new ContainerPort(80, TransportProtocol.TCP), "", ""),
                    new PortBinding(new ContainerPort(9, TransportProtocol.SCTP), "", "9000-9010"));
            network.publishAll = true;
        }));
    }

    private static ContainerSpec stored() {
        return with(draft -> draft.storage = draft.storage.with(storage -> {
            storage.binds = List.of(
                    new BindSpec("/host", "/container", List.of("ro", "z")),
                    new BindSpec("data", "/data", List.of()),
                    new BindSpec("", "/nameless", List.of()));
            storage.mounts = List.of(
                    mount(MountSpec.Type.BIND, Optional.of(new MountSpec.Bind("rslave", true, true, true, true)), Optional.empty(), Optional.empty()),
                    mount(MountSpec.Type.BIND, Optional.of(new MountSpec.Bind("", false, false, false, false)), Optional.empty(), Optional.empty()),
                    mount(MountSpec.Type.VOLUME, Optional.empty(),
                            Optional.of(new MountSpec.Volume(true, "nfs", Map.of("o", "addr=x"), Map.of("l", "m"))), Optional.of("sub")),
                    mount(MountSpec.Type.VOLUME, Optional.empty(), Optional.empty(), Optional.of("sub")),
                    mount(MountSpec.Type.IMAGE, Optional.empty(), Optional.empty(), Optional.of("etc")),
                    new MountSpec(MountSpec.Type.TMPFS, "", "/t", false, "", Optional.empty(), Optional.empty(),
                            OptionalLong.of(1 << 20), OptionalInt.of(01777), Optional.empty()));
            storage.anonymousVolumes = List.of("/var/lib");
            storage.tmpfs = Map.of("/run", "size=1m");
            storage.volumesFrom = List.of("other:ro");
            storage.volumeDriver = Optional.of("local");
            storage.readOnlyRoot = true;
            storage.shmSize = OptionalLong.of(1 << 26);
            storage.storageOptions = Map.of("size", "10G");
        }));
    }

    private static MountSpec mount(
            MountSpec.Type type, Optional<MountSpec.Bind> bind, Optional<MountSpec.Volume> volume, Optional<String> subpath) {
        return new MountSpec(type, "source", "/m", true, "cached", bind, volume, OptionalLong.empty(), OptionalInt.empty(), subpath);
    }

    private static ContainerSpec secured() {
        return with(draft -> draft.security = SecuritySpec.none().with(security -> {
            security.privileged = true;
            security.addedCapabilities = List.of("NET_ADMIN");
            security.droppedCapabilities = List.of("ALL");
            security.options = List.of("no-new-privileges", "seccomp=unconfined");
            security.pidMode = Optional.of("host");
            security.ipcMode = Optional.of("shareable");
            security.utsMode = Optional.of("host");
            security.userNamespaceMode = Optional.of("host");
            security.cgroupNamespaceMode = Optional.of("private");
            security.cgroupParent = Optional.of("/x");
            security.sysctls = Map.of("net.ipv4.ip_forward", "1");
            security.devices = List.of(new DeviceSpec("/dev/a", "/dev/b", "rwm"));
            security.deviceCgroupRules = List.of("c 42:* rmw");
            security.deviceRequests = List.of(
                    new DeviceRequest("nvidia", -1, List.of("0"), List.of(List.of("gpu", "compute"), List.of("x")), Map.of("o", "p")));
            security.oomScoreAdjustment = OptionalInt.of(-500);
            security.runtime = Optional.of("runc");
            security.isolation = Optional.of("default");
            security.maskedPaths = Optional.of(List.of());
            security.readOnlyPaths = Optional.of(List.of("/proc/sys"));
        }));
    }

    private static ContainerSpec living() {
        return with(draft -> draft.lifecycle = draft.lifecycle.with(life -> {
            life.restart = new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3);
            life.autoRemove = true;
            life.stopSignal = Optional.of("SIGINT");
            life.stopTimeout = OptionalInt.of(0);
            life.init = Optional.of(false);
            life.healthcheck = Optional.of(new Healthcheck(
                    List.of("CMD", "true"),
                    Optional.of(Duration.ofSeconds(5)),
                    Optional.of(Duration.ofMillis(2)),
                    Optional.of(Duration.ofMinutes(1)),
                    Optional.of(Duration.ofSeconds(1)),
                    OptionalInt.of(4)));
            life.logDriver = Optional.of("json-file");
            life.logOptions = Map.of("max-size", "1m");
        }));
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void a_specification_is_read_as_it_was_written(ContainerSpec spec) {
        assertThat(SpecReader.create(CreateDocument.of(spec, NEW), spec.name(), spec.platform())).isEqualTo(spec);
    }

    @Test
    void a_mac_address_of_the_container_is_read_from_old_clients() {
        var spec = with(draft -> draft.network = draft.network.with(network -> network.macAddress = Optional.of("02:42:00:00:00:01")));
        assertThat(SpecReader.create(CreateDocument.of(spec, USUAL), spec.name(), spec.platform())).isEqualTo(spec);
    }

    @Test
    void an_update_is_read_as_it_was_written() {
        var change = new ContainerUpdate(resources(), Optional.of(new RestartPolicy(RestartPolicy.Kind.ALWAYS, 0)));
        assertThat(SpecReader.update(CreateDocument.update(change))).isEqualTo(change);
    }

    @Test
    void an_update_that_names_no_policy_leaves_the_policy() {
        var change = SpecReader.update((JsonObject) Json.parse("{\"RestartPolicy\":{\"Name\":\"\",\"MaximumRetryCount\":0}}"));
        assertThat(change).isEqualTo(new ContainerUpdate(Resources.none(), Optional.empty()));
    }

    @Test
    void zeros_and_nulls_say_nothing() {
        var spec = read("""
                {"Image": "busybox", "Hostname": "", "Env": null, "Cmd": null, "Entrypoint": null, "Labels": {}, "Volumes": {},
                 "ExposedPorts": null, "OnBuild": null, "StopTimeout": null,
                 "HostConfig": {"Binds": null, "ContainerIDFile": "", "LogConfig": {"Type": "", "Config": {}},
                   "RestartPolicy": {"Name": "", "MaximumRetryCount": 0}, "ConsoleSize": [0, 0], "Memory": 0, "ShmSize": 0,
                   "OomScoreAdj": 0, "BlkioWeight": 0, "Devices": [], "Ulimits": null, "PidsLimit": null, "Init": null,
                   "MaskedPaths": null, "PortBindings": {"80/tcp": null}},
                 "NetworkingConfig": {"EndpointsConfig": {}}}""");
        assertThat(spec).isEqualTo(ContainerSpec.of("busybox"));
    }

    @Test
    void names_may_be_written_in_small_letters_and_the_last_holds() {
        var spec = read("""
                {"image": "x", "Image": "busybox", "tty": true, "hostconfig": {"memory": 8388608, "restartpolicy": {"NAME": "always"}}}""");
        assertThat(spec.image()).isEqualTo("busybox");
        assertThat(spec.process().tty()).isTrue();
        assertThat(spec.resources().memory()).hasValue(8388608);
        assertThat(spec.lifecycle().restart()).isEqualTo(new RestartPolicy(RestartPolicy.Kind.ALWAYS, 0));
    }

    @Test
    void keys_of_maps_stay_as_they_are() {
        var spec = read("""
                {"Image": "x", "Labels": {"a": "1", "A": "2"},
                 "NetworkingConfig": {"EndpointsConfig": {"net": {"MacAddress": "02:42:00:00:00:01"}, "Net": null}}}""");
        assertThat(spec.labels()).isEqualTo(Map.of("a", "1", "A", "2"));
        assertThat(spec.network().endpoints()).extracting(EndpointSpec::macAddress)
                .containsExactly(Optional.of("02:42:00:00:00:01"), Optional.empty());
    }

    @Test
    void what_no_engine_is_told_is_refused_only_when_it_says_something() {
        var spec = read("""
                {"Image": "busybox", "NetworkDisabled": false, "OnBuild": [], "HostConfig": {"KernelMemoryTCP": 0,
                 "Mounts": [{"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"Options": []}}]}}""");
        assertThat(spec.storage().mounts()).singleElement().extracting(MountSpec::target).isEqualTo("/t");
    }

    @Test
    void an_endpoint_without_settings_joins_the_network() {
        var spec = read("{\"Image\":\"x\",\"NetworkingConfig\":{\"EndpointsConfig\":{\"front\":null}}}");
        assertThat(spec.network().endpoints()).containsExactly(EndpointSpec.of("front"));
    }

    @Test
    void a_command_that_is_one_text_is_one_word() {
        assertThat(read("{\"Image\":\"x\",\"Cmd\":\"ls -l\"}").process().command()).contains(List.of("ls -l"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"Tty\":\"true\"}",
        "{\"Env\":{\"A\":\"b\"}}",
        "{\"Env\":[1]}",
        "{\"Labels\":{\"a\":1}}",
        "{\"HostConfig\":[]}",
        "{\"HostConfig\":{\"Memory\":\"64m\"}}",
        "{\"HostConfig\":{\"Memory\":1.5}}",
        "{\"HostConfig\":{\"OomScoreAdj\":9999999999}}",
        "{\"HostConfig\":{\"Privileged\":0}}",
        "{\"HostConfig\":{\"Binds\":[\"a:b:c:d\"]}}",
        "{\"HostConfig\":{\"Binds\":[\"\"]}}",
        "{\"HostConfig\":{\"Mounts\":[null]}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"pipe\"}]}}",
        "{\"HostConfig\":{\"RestartPolicy\":{\"Name\":\"sometimes\"}}}",
        "{\"HostConfig\":{\"ConsoleSize\":[1]}}",
        "{\"HostConfig\":{\"PortBindings\":{\"eighty\":[]}}}",
        "{\"HostConfig\":{\"DeviceRequests\":[{\"Capabilities\":[\"gpu\"]}]}}",
        "{\"ExposedPorts\":{\"70000/tcp\":{}}}",
        "{\"ExposedPorts\":{\"80/icmp\":{}}}",
        "{\"NetworkDisabled\":true}",
        "{\"OnBuild\":[\"RUN true\"]}",
        "{\"HostConfig\":{\"KernelMemoryTCP\":4194304}}",
        "{\"HostConfig\":{\"Mounts\":[{\"Type\":\"tmpfs\",\"Target\":\"/t\",\"TmpfsOptions\":{\"Options\":[[\"noexec\"]]}}]}}",
        "{\"networkDISABLED\":true}"
    })
    void what_cannot_be_is_refused(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(EngineException.Invalid.class).hasMessageStartingWith("invalid ");
    }
}
