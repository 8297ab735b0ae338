package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonException;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.system.DiskUsage;
import dev.davit.engine.system.DiskUsage.Usage;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.EngineVersion;
import dev.davit.engine.system.SystemInfo;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

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
        var info = object(text, what);
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
        var version = object(text, what);
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
        var usage = object(text, what);
        var images = usage.array("Images").objects();
        long layers = usage.integer("LayersSize");
        long used = images.stream()
                .filter(image -> image.integer("Containers") > 0)
                .mapToLong(image -> image.integer("Size") - Math.max(0, image.integer("SharedSize")))
                .sum();
        var containers = usage.array("Containers").objects();
        var volumes = usage.array("Volumes").objects();
        var cache = usage.array("BuildCache").objects();
        Predicate<JsonObject> alive = c -> List.of("running", "paused", "restarting").contains(c.string("State"));
        return new DiskUsage(
                new Usage(
                        images.size(),
                        (int) images.stream().filter(image -> image.integer("Containers") > 0).count(),
                        layers,
                        Math.max(0, layers - used)),
                tally(containers, alive, c -> c.integer("SizeRw")),
                tally(volumes, v -> v.object("UsageData").integer("RefCount") > 0, v -> Math.max(
                        0, v.object("UsageData").integer("Size"))),
                tally(cache, item -> item.flag("InUse"), item -> item.flag("Shared") ? 0 : item.integer("Size")),
                new Document(text));
    }

    private static Usage tally(List<JsonObject> items, Predicate<JsonObject> active, ToLongFunction<JsonObject> bytes) {
        long all = items.stream().mapToLong(bytes).sum();
        long kept = items.stream().filter(active).mapToLong(bytes).sum();
        return new Usage(items.size(), (int) items.stream().filter(active).count(), all, all - kept);
    }

    private static JsonObject object(String text, String what) {
        try {
            if (Json.parse(text) instanceof JsonObject object) return object;
        } catch (JsonException e) {
            throw new EngineException.Failed("cannot " + what + ": the daemon's answer makes no sense (" + e.getMessage() + ")", e);
        }
        throw new EngineException.Failed("cannot " + what + ": the daemon's answer is no JSON object");
    }
}
