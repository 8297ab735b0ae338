package dev.davit.engine.fake;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.EngineInfo;
import dev.davit.engine.Feature;
import dev.davit.engine.build.Builds;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.image.Images;
import dev.davit.engine.image.Registries;
import dev.davit.engine.network.Networks;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.Telemetry;
import dev.davit.engine.volume.Volumes;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// An engine in memory that behaves as engines do: its containers play a closed list of programs (`echo`, `cat`, `true`,
/// `false`, `sleep`, `seq`, `stty size`, small scripts of `sh -c`, and `count [N [SECONDS]]`), with real states, events, logs and
/// exit codes. It begins with the image `busybox:latest`.
///
/// What tests do to an engine from outside is its [#scenario()].
public final class FakeEngine implements Engine {
    /// The image that is in its store from the start.
    public static final String BUSYBOX = "busybox:latest";

    private final Client client;
    private final FakeContainers containers;
    private final FakeSessions sessions;
    private final FakeFiles files;
    private final FakeImages images;
    private final FakeNetworks networks;
    private final FakeVolumes volumes;
    private final FakeTelemetry telemetry;
    private final FakeSystem system;

    /// An engine of its own.
    public FakeEngine() {
        this(Clock.systemUTC());
    }

    /// An engine of its own that takes its times from this clock.
    public FakeEngine(Clock clock) {
        this(new World(clock));
        client.run("begin", () -> {
            client.world.images.put(BUSYBOX, client.world.images.make(List.of("sh")));
            client.world.networks.begin();
        });
    }

    /// An engine of its own that lacks some of what the other has, and refuses it.
    public static FakeEngine without(Set<Feature> missing) {
        var engine = new FakeEngine();
        engine.client.world.missing = Set.copyOf(missing);
        return engine;
    }

    private FakeEngine(World world) {
        this.client = new Client(world);
        this.containers = new FakeContainers(client);
        this.sessions = new FakeSessions(client);
        this.files = new FakeFiles(client);
        this.images = new FakeImages(client);
        this.networks = new FakeNetworks(client);
        this.volumes = new FakeVolumes(client);
        this.telemetry = new FakeTelemetry(client);
        this.system = new FakeSystem(client);
    }

    /// The same engine, opened once more: by somebody else, so to speak.
    public FakeEngine openedAgain() {
        return new FakeEngine(client.world);
    }

    /// What happens to this engine from outside.
    public Scenario scenario() {
        return new Scenario(client.world, containers);
    }

    /// Creates and starts a container.
    public ContainerId run(String name, String... command) {
        var id = containers.create(ContainerSpec.of(BUSYBOX, command).named(name)).id();
        containers.start(ContainerRef.of(id));
        return id;
    }

    @Override
    public EngineInfo info() {
        var features = EnumSet.of(
                Feature.PAUSE, Feature.UPDATE, Feature.STATS, Feature.PULL, Feature.LOGIN, Feature.DISK_USAGE,
                Feature.CONTAINER_FILES, Feature.NETWORKS, Feature.VOLUMES);
        features.removeAll(client.world.missing);
        return new EngineInfo("Fake", FakeSystem.VERSION, FakeSystem.API, World.ADDRESS, "linux", "amd64", features);
    }

    @Override
    public Containers containers() {
        return containers;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public ContainerFiles files() {
        return files;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Builds builds() {
        return new FakeBuilds();
    }

    @Override
    public Registries registries() {
        return images;
    }

    @Override
    public Networks networks() {
        return client.lacks(Feature.NETWORKS) ? Refusal.of(Networks.class, Feature.NETWORKS) : networks;
    }

    @Override
    public Volumes volumes() {
        return client.lacks(Feature.VOLUMES) ? Refusal.of(Volumes.class, Feature.VOLUMES) : volumes;
    }

    @Override
    public Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public EngineSystem system() {
        return system;
    }

    @Override
    public void close() {
        client.close();
    }

    /// Makes the next call of this kind fail: `stop`, `list`, `start`, `follow` (events), `read` (a log, statistics).
    public void failNext(String verb, EngineException failure) {
        client.failNext(verb, failure);
    }
}
