package dev.davit.engine.remote;

import dev.davit.engine.Engine;
import dev.davit.engine.EngineInfo;
import dev.davit.engine.Feature;
import dev.davit.engine.build.Builds;
import dev.davit.engine.container.ContainerFiles;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.Sessions;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.image.Images;
import dev.davit.engine.image.Registries;
import dev.davit.engine.network.Networks;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.Telemetry;
import dev.davit.engine.volume.Volumes;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Docker daemon as an engine.
final class RemoteEngine implements Engine {
    private final Daemon daemon;
    private final RemoteContainers containers;
    private final RemoteSessions sessions;
    private final RemoteFiles files;
    private final RemoteImages images;
    private final RemoteNetworks networks;
    private final RemoteVolumes volumes;
    private final RemoteBuilds builds;
    private final RemoteTelemetry telemetry;
    private final RemoteSystem system;
    private volatile @Nullable EngineInfo info;

    RemoteEngine(Daemon daemon) {
        this.daemon = daemon;
        var dockerJava = new DockerJava(daemon);
        this.containers = new RemoteContainers(daemon, dockerJava);
        this.sessions = new RemoteSessions(daemon);
        this.files = new RemoteFiles(daemon, dockerJava);
        this.images = new RemoteImages(daemon, dockerJava);
        this.networks = new RemoteNetworks(daemon);
        this.volumes = new RemoteVolumes(daemon);
        this.builds = new RemoteBuilds(daemon, () -> !daemon.isDavit() || info().can(Feature.BUILD));
        this.telemetry = new RemoteTelemetry(daemon, dockerJava);
        this.system = new RemoteSystem(daemon);
    }

    @Override
    public EngineInfo info() {
        var known = info;
        if (known != null) return known;
        var version = system.version();
        String component = "Docker Engine";
        if (Json.parse(version.document().json()) instanceof JsonObject object) {
            for (var part : object.array("Components").objects()) {
                if (part.string("Name").contains("Engine")) component = part.string("Name");
            }
        }
        known = new EngineInfo(
                component,
                version.version(),
                daemon.version().toString(),
                daemon.address(),
                version.os(),
                version.arch(),
                features());
        info = known;
        return known;
    }

    /// What a daemon can do; Davit's own server tells what the engine behind it can.
    private Set<Feature> features() {
        var features = EnumSet.allOf(Feature.class);
        features.remove(Feature.SWARM);
        features.remove(Feature.BUILDKIT);
        if (!daemon.isDavit()) return features;
        String what = "ask for the engine's features";
        var named = WireJson.object(daemon.get(what, Query.of("/davit/v1/engine")), what).array("Features").strings();
        features.removeIf(feature -> !named.contains(feature.name()));
        return features;
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
        return builds;
    }

    @Override
    public Registries registries() {
        return images;
    }

    @Override
    public Networks networks() {
        return networks;
    }

    @Override
    public Volumes volumes() {
        return volumes;
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
        daemon.close();
    }
}
