package dev.davit.engine.fake;

import dev.davit.engine.container.ContainerState;
import dev.davit.engine.document.Document;
import dev.davit.engine.document.JsonObject;
import dev.davit.engine.system.DiskUsage;
import dev.davit.engine.system.EngineSystem;
import dev.davit.engine.system.EngineVersion;
import dev.davit.engine.system.SystemInfo;

/// The engine as a whole.
final class FakeSystem implements EngineSystem {
    static final String VERSION = "1.0.0-fake";
    static final String API = "1.41";
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
                    .put("NCPU", 4)
                    .put("MemTotal", MEMORY)
                    .build();
            return new SystemInfo(
                    "fake", VERSION, all, running, paused, all - running - paused, images, 4, MEMORY, "2", "memory", "Fake Linux",
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
        return client.call("measure disk usage", () -> {
            var images = world.images.byId.values();
            long bytes = images.stream().mapToLong(FakeImage::size).sum();
            var used = images.stream().filter(image -> !world.images.users(image).isEmpty()).toList();
            long kept = used.stream().mapToLong(FakeImage::size).sum();
            int running = (int) world.containers.values().stream().filter(FakeContainer::isRunning).count();
            var none = new DiskUsage.Usage(0, 0, 0, 0);
            return new DiskUsage(
                    new DiskUsage.Usage(images.size(), used.size(), bytes, bytes - kept),
                    new DiskUsage.Usage(world.containers.size(), running, 0, 0),
                    none,
                    none,
                    new Document(JsonObject.builder().put("LayersSize", bytes).build().text()));
        });
    }
}
