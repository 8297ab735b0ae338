package dev.davit.engine.remote;

import static dev.davit.engine.remote.WireJson.list;
import static dev.davit.engine.remote.WireJson.text;

import dev.davit.engine.document.Document;
import dev.davit.engine.remote.wire.DiskUsageDocument;
import dev.davit.engine.remote.wire.VolumeDocument;
import dev.davit.engine.system.CacheRecord;
import dev.davit.engine.system.DiskUsage;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.EngineVersion;
import dev.davit.engine.system.SystemInfo;
import dev.davit.engine.system.VolumeUsage;
import java.util.Optional;

/// `/info`, `/version` and `/system/df`, which docker-java lacks or thins out.
final class RemoteSystem implements EngineSystem {
    private final Daemon daemon;

    RemoteSystem(Daemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public SystemInfo info() {
        String what = "ask the daemon for its information";
        String text = daemon.get(what, Query.of("/info"));
        var info = WireJson.object(text, what);
        String cgroup = info.string("CgroupVersion");
        return new SystemInfo(
                info.string("Name"),
                info.string("ServerVersion"),
                (int) info.integer("Containers"),
                (int) info.integer("ContainersRunning"),
                (int) info.integer("ContainersPaused"),
                (int) info.integer("ContainersStopped"),
                (int) info.integer("Images"),
                (int) info.integer("NCPU"),
                info.integer("MemTotal"),
                cgroup.isEmpty() ? "1" : cgroup,
                info.string("Driver"),
                info.string("OperatingSystem"),
                new Document(text));
    }

    @Override
    public EngineVersion version() {
        String what = "ask the daemon for its version";
        String text = daemon.get(what, Query.of("/version"));
        var version = WireJson.object(text, what);
        return new EngineVersion(
                version.string("Version"),
                version.string("ApiVersion"),
                version.string("MinAPIVersion"),
                version.string("Os"),
                version.string("Arch"),
                new Document(text));
    }

    @Override
    public DiskUsage diskUsage() {
        String what = "measure disk usage";
        String text = daemon.get(what, Query.of("/system/df"));
        var document = WireJson.read(DiskUsageDocument.class, text, what);
        return new DiskUsage(
                list(document.images()).stream().map(item -> RemoteImages.summary(item, daemon::imageName, Optional.empty())).toList(),
                document.layersSize(),
                list(document.containers()).stream().map(item -> ContainerTranslation.summary(item, daemon::imageName, Optional.empty())).toList(),
                list(document.volumes()).stream().map(RemoteSystem::volume).toList(),
                list(document.buildCache()).stream().map(RemoteSystem::cache).toList(),
                new Document(text));
    }

    private static VolumeUsage volume(VolumeDocument document) {
        var usage = document.usageData();
        return new VolumeUsage(
                RemoteVolumes.summary(document, Optional.empty()), usage == null ? -1 : usage.refCount(), usage == null ? -1 : usage.size());
    }

    private static CacheRecord cache(DiskUsageDocument.Cache item) {
        var parents = list(item.parents());
        return new CacheRecord(
                item.id(),
                parents.isEmpty() ? text(item.parent()) : parents.getFirst(),
                text(item.type()),
                text(item.description()),
                item.inUse(),
                item.shared(),
                item.size(),
                WireJson.time(item.createdAt()),
                WireJson.time(item.lastUsedAt()),
                item.usageCount());
    }
}
