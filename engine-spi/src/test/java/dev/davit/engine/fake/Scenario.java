package dev.davit.engine.fake;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.FileChange;
import dev.davit.engine.container.OutputChunk;
import dev.davit.engine.container.StdStream;
import dev.davit.engine.system.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What happens to a fake engine from outside: things that no caller of an engine can do.
public final class Scenario {
    private final World world;
    private final FakeContainers containers;

    Scenario(World world, FakeContainers containers) {
        this.world = world;
        this.containers = containers;
    }

    private void locked(Runnable work) {
        world.lock.lock();
        try {
            work.run();
        } finally {
            world.lock.unlock();
        }
    }

    private void with(ContainerId id, Consumer<FakeContainer> work) {
        locked(() -> work.accept(world.resolve("play", ContainerRef.of(id))));
    }

    /// Adds so many running containers, `many-0001` and so on, that do nothing and cost nothing.
    public List<ContainerId> addContainers(int count) {
        var ids = new ArrayList<ContainerId>();
        locked(() -> {
            for (int i = 1; i <= count; i++) {
                var spec = ContainerSpec.of(FakeEngine.BUSYBOX, "sleep", "infinity").named(String.format("many-%04d", i));
                var container = containers.add("add containers", spec);
                container.startIdle();
                ids.add(container.id);
            }
        });
        return ids;
    }

    /// Adds a container that its maker would not have been allowed to name or label so.
    public ContainerId addHostile(String name, String image, Map<String, String> labels, String... command) {
        var ids = new ArrayList<ContainerId>();
        locked(() -> {
            if (world.images.find(image).isEmpty()) world.images.put(image, world.images.make(List.of("sh")));
            var spec = ContainerSpec.of(image, command).with(draft -> draft.labels = labels);
            var container = containers.add("add a container", spec);
            container.name = name;
            container.startIdle();
            ids.add(container.id);
        });
        return ids.getFirst();
    }

    /// Lets a container write, whatever it plays.
    public void print(ContainerId id, StdStream stream, byte[] bytes) {
        with(id, container -> {
            if (container.process != null && container.isRunning()) container.process.emit(stream, bytes);
            else container.log.write(new OutputChunk(stream, bytes));
        });
    }

    /// Lets a container's process end as if by itself.
    public void end(ContainerId id, int code) {
        with(id, container -> {
            if (container.process != null) container.process.end(code);
        });
    }

    /// Says that a file of a container was changed.
    public void change(ContainerId id, FileChange change) {
        with(id, container -> container.changes.put(change.path(), change));
    }

    /// Makes something be told that did not happen.
    public void tell(Event event) {
        locked(() -> world.events.add(event));
    }

    /// Puts an image into the store.
    public String addImage(String name, String... command) {
        var image = new ArrayList<String>();
        locked(() -> {
            var made = world.images.make(List.of(command));
            world.images.put(name, made);
            image.add(made.id());
        });
        return image.getFirst();
    }

    /// Puts an image into the registry.
    public void offer(String name, String... command) {
        locked(() -> world.images.registry.put(ImageStore.tagged(name), world.images.make(List.of(command))));
    }

    /// Puts so many bytes into a volume; -1: its driver does not say how large it is.
    public void fill(String volume, long bytes) {
        locked(() -> world.volumeBytes.put(volume, bytes));
    }

    /// How far apart the rounds of statistics are; a second at first.
    public void statsEvery(Duration period) {
        locked(() -> world.statsPeriod = period);
    }

    /// How many lines of a log are kept at least; all of them at first. A reader who is that far behind misses the oldest, as
    /// with `--log-opt max-size`.
    public void keepLogLines(int lines) {
        locked(() -> world.logLines = lines);
    }

    /// The engine goes away: open feeds and waiting calls break, and new calls fail, until it comes back.
    public void lose() {
        locked(world::lose);
    }

    /// The engine can be reached again. Its containers were running all the time.
    public void comeBack() {
        locked(world::recover);
    }
}
