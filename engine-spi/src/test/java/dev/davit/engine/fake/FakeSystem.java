package dev.davit.engine.fake;

import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.Json;
import dev.davit.engine.document.JsonArray;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.document.ListDocuments;
import dev.davit.engine.image.ImageSummary;
import dev.davit.engine.system.DiskUsage;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.EngineVersion;
import dev.davit.engine.system.SystemInfo;
import dev.davit.engine.system.VolumeUsage;
import java.util.List;
import java.util.stream.Stream;

/// The engine as a whole.
final class FakeSystem implements EngineSystem {
    static final String VERSION = "1.0.0-fake";
    static final String API = "1.41";
    static final int CPUS = 4;
    private static final long MEMORY = 8L << 30;
    private final Client client;
    private final World world;

    FakeSystem(Client client) {
        this.client = client;
        this.world = client.world;
    }

    @Override
    public SystemInfo info() {
        return client.call("ask the engine for its information", () -> {
            int all = world.containers.size();
            int running = count(ContainerState.RUNNING);
            int paused = count(ContainerState.PAUSED);
            int images = world.images.byId.size();
            var document = JsonObject.builder()
                    .put("ID", "FAKE")
                    .put("Containers", all)
                    .put("ContainersRunning", running)
                    .put("ContainersPaused", paused)
                    .put("ContainersStopped", all - running - paused)
                    .put("Images", images)
                    .put("Driver", "memory")
                    .put("Name", "fake")
                    .put("ServerVersion", VERSION)
                    .put("OperatingSystem", "Fake Linux")
                    .put("NCPU", CPUS)
                    .put("MemTotal", MEMORY)
                    .build();
            return new SystemInfo(
                    "fake", VERSION, all, running, paused, all - running - paused, images, CPUS, MEMORY, "2", "memory", "Fake Linux",
                    new Document(document.text()));
        });
    }

    private int count(ContainerState state) {
        return (int) world.containers.values().stream().filter(container -> container.state == state).count();
    }

    @Override
    public EngineVersion version() {
        return client.call("ask the engine for its version", () -> {
            var document = JsonObject.builder()
                    .put("Version", VERSION)
                    .put("ApiVersion", API)
                    .put("MinAPIVersion", "1.24")
                    .put("Os", "linux")
                    .put("Arch", "amd64")
                    .build();
            return new EngineVersion(VERSION, API, "1.24", "linux", "amd64", new Document(document.text()));
        });
    }

    @Override
    public DiskUsage diskUsage() {
        client.need(Feature.DISK_USAGE, "measure disk usage");
        return client.call("measure disk usage", () -> {
            var images = world.images.newestFirst().stream().map(this::image).toList();
            var containers = world.newestFirst().stream().map(container -> ContainerViews.summary(container, true)).toList();
            var volumes = world.volumes.all().stream()
                    .map(volume -> new VolumeUsage(FakeVolumes.summary(volume), world.volumes.users(volume).size(), world.volumeBytes.getOrDefault(volume.name(), 0L)))
                    .toList();
            long layers = images.stream().mapToLong(ImageSummary::size).sum();
            var document = JsonObject.builder()
                    .put("LayersSize", layers)
                    .put("Images", items(images.stream().map(ListDocuments::of)))
                    .put("Containers", items(containers.stream().map(ListDocuments::of)))
                    .put("Volumes", new JsonArray(volumes.stream().map(FakeSystem::document).toList()))
                    .put("BuildCache", JsonArray.empty())
                    .build();
            return new DiskUsage(images, layers, containers, volumes, List.of(), new Document(document.text()));
        });
    }

    private static JsonArray items(Stream<Document> documents) {
        return new JsonArray(documents.map(document -> Json.parse(document.json())).toList());
    }

    private static Json document(VolumeUsage volume) {
        var item = JsonObject.builder();
        if (Json.parse(ListDocuments.of(volume.volume()).json()) instanceof JsonObject known) known.members().forEach(item::put);
        return item.put("UsageData", (Json) JsonObject.builder().put("Size", volume.bytes()).put("RefCount", volume.containers()).build())
                .build();
    }

    private ImageSummary image(FakeImage image) {
        return new ImageSummary(
                image.id(), "", world.images.names(image), List.of(), image.created(), image.size(), 0, image.labels(),
                world.images.users(image).size());
    }
}
