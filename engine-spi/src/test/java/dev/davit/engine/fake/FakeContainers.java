package dev.davit.engine.fake;

import dev.davit.engine.Feature;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.Pruned;
import dev.davit.engine.container.ContainerDetails;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerRef;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.ContainerSummary;
import dev.davit.engine.container.ContainerUpdate;
import dev.davit.engine.container.Containers;
import dev.davit.engine.container.CreatedContainer;
import dev.davit.engine.container.ExitStatus;
import dev.davit.engine.container.RemoveOptions;
import dev.davit.engine.container.StartOptions;
import dev.davit.engine.container.StopOptions;
import dev.davit.engine.container.WaitCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The life of containers.
final class FakeContainers implements Containers {
    private static final Pattern NAME = Pattern.compile("/?[a-zA-Z0-9][a-zA-Z0-9_.-]+");
    private static final List<String> ADJECTIVES = List.of("calm", "brisk", "eager", "fair", "hardy", "keen", "quiet", "steady");
    private static final List<String> NOUNS = List.of("anchor", "beacon", "buoy", "compass", "harbor", "keel", "sextant", "tide");

    private final Client client;
    private final World world;
    private int madeUp;

    FakeContainers(Client client) {
        this.client = client;
        this.world = client.world;
    }

    @Override
    public List<ContainerSummary> list(ContainerQuery query) {
        return client.call("list containers", () -> {
            var match = new ContainerMatch(world, query.filters());
            int last = query.last().orElse(0);
            boolean all = query.all() || last > 0 || !query.filters().get("status").isEmpty();
            return world.newestFirst().stream()
                    .filter(container -> all || container.isRunning() || container.state == ContainerState.RESTARTING)
                    .filter(match::matches)
                    .limit(last > 0 ? last : Long.MAX_VALUE)
                    .map(container -> ContainerViews.summary(container, query.sizes()))
                    .toList();
        });
    }

    @Override
    public ContainerDetails inspect(ContainerRef container, boolean sizes) {
        String what = "inspect container " + container;
        return client.call(what, () -> ContainerViews.details(world.resolve(what, container), sizes));
    }

    @Override
    public CreatedContainer create(ContainerSpec spec) {
        String what = "create container " + spec.name().orElse("from " + spec.image());
        return client.call(what, () -> new CreatedContainer(add(what, spec).id, List.of()));
    }

    /// Adds a container; the lock is held.
    FakeContainer add(String what, ContainerSpec spec) {
        SpecCheck.check(what, spec);
        String name = spec.name().map(given -> name(what, given)).orElseGet(this::madeUpName);
        var image = world.images.find(spec.image())
                .orElseThrow(() -> Oops.notFound(what, "no such image: " + ImageStore.tagged(spec.image())));
        var process = spec.process();
        var command = new ArrayList<String>();
        process.entrypoint().orElse(image.entrypoint()).stream().filter(word -> !word.isEmpty()).forEach(command::add);
        command.addAll(process.command().orElseGet(() -> process.entrypoint().isPresent() ? List.of() : image.command()));
        if (command.isEmpty()) throw Oops.invalid(what, "no command specified");
        var container = new FakeContainer(world, spec, name, image, command);
        world.containers.put(container.id.value(), container);
        world.changed.signalAll();
        world.events.of(container, "create");
        return container;
    }

    private String name(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw Oops.invalid(
                    what, "invalid container name (" + name + "), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed");
        }
        String bare = name.startsWith("/") ? name.substring(1) : name;
        var taken = world.named(bare);
        if (taken.isPresent()) {
            throw Oops.conflict(what, "the container name \"/" + bare + "\" is already in use by container \"" + taken.get().id + "\"");
        }
        return bare;
    }

    private String madeUpName() {
        int number = madeUp++;
        String name = ADJECTIVES.get(number / NOUNS.size() % ADJECTIVES.size()) + "_" + NOUNS.get(number % NOUNS.size());
        if (number >= ADJECTIVES.size() * NOUNS.size()) name += number;
        return world.named(name).isPresent() ? madeUpName() : name;
    }

    private void with(String verb, ContainerRef reference, Consumer<FakeContainer> work) {
        String what = verb + " container " + reference;
        client.run(what, () -> work.accept(world.resolve(what, reference)));
    }

    @Override
    public void start(ContainerRef reference, StartOptions options) {
        with("start", reference, container -> {
            if (container.state == ContainerState.PAUSED) {
                throw Oops.conflict("start container " + reference, "cannot start a paused container, try unpause instead");
            }
            container.detachKeys = options.detachKeys();
            container.start("start container " + reference);
        });
    }

    @Override
    public void stop(ContainerRef reference, StopOptions options) {
        String what = "stop container " + reference;
        with("stop", reference, container -> container.stop(client, what, options.grace(), options.signal()));
    }

    @Override
    public void restart(ContainerRef reference, StopOptions options) {
        String what = "restart container " + reference;
        with("restart", reference, container -> {
            container.stop(client, what, options.grace(), options.signal());
            container.start(what);
            world.events.of(container, "restart");
        });
    }

    @Override
    public void kill(ContainerRef reference, String signal) {
        String what = "kill container " + reference;
        int number = signal.isEmpty() ? Signals.KILL : Signals.required(what, signal);
        with("kill", reference, container -> {
            if (!container.isRunning()) throw Oops.conflict(what, "container " + container.id + " is not running");
            container.signal(number);
            // Killing comes back when it is done; any other signal leaves that to the process.
            if (number == Signals.KILL) container.killAndWait(client, what);
        });
    }

    @Override
    public void pause(ContainerRef reference) {
        String what = "pause container " + reference;
        client.need(Feature.PAUSE, what);
        with("pause", reference, container -> {
            if (container.state == ContainerState.PAUSED) throw Oops.conflict(what, "container " + container.id + " is already paused");
            if (!container.isRunning()) throw Oops.conflict(what, "container " + container.id + " is not running");
            container.pause(true);
        });
    }

    @Override
    public void unpause(ContainerRef reference) {
        String what = "unpause container " + reference;
        client.need(Feature.PAUSE, what);
        with("unpause", reference, container -> {
            if (container.state != ContainerState.PAUSED) throw Oops.conflict(what, "container " + container.id + " is not paused");
            container.pause(false);
        });
    }

    @Override
    public void rename(ContainerRef reference, String name) {
        String what = "rename container " + reference + " to " + name;
        client.run(what, () -> {
            var container = world.resolve(what, reference);
            if (name.equals(container.name)) {
                throw Oops.invalid(what, "renaming a container with the same name as its current name");
            }
            String old = container.name;
            container.name = name(what, name);
            world.events.of(container, "rename", Map.of("oldName", "/" + old));
        });
    }

    @Override
    public List<String> update(ContainerRef reference, ContainerUpdate change) {
        String what = "update container " + reference;
        client.need(Feature.UPDATE, what);
        return client.call(what, () -> {
            var container = world.resolve(what, reference);
            SpecCheck.check(what, change.resources());
            if (change.restart().isPresent() && container.spec.lifecycle().autoRemove()) {
                throw Oops.conflict(what, "restart policy cannot be updated because AutoRemove is enabled for the container");
            }
            container.resources = Limits.changed(container.resources, change.resources());
            change.restart().ifPresent(policy -> container.restart = policy);
            world.events.of(container, "update");
            return List.of();
        });
    }

    @Override
    public Feed<ExitStatus> exits(ContainerRef reference, WaitCondition condition) {
        String what = "wait for container " + reference;
        return client.call(what, () -> new Exits(client, what, world.resolve(what, reference), condition));
    }

    @Override
    public void remove(ContainerRef reference, RemoveOptions options) {
        String what = "remove container " + reference;
        with("remove", reference, container -> {
            boolean alive = container.isRunning() || container.state == ContainerState.RESTARTING;
            if (alive && !options.force()) {
                throw Oops.conflict(what, "you cannot remove a running container " + container.id
                        + ". Stop the container before attempting removal or force remove");
            }
            container.killAndWait(client, what);
            if (container.removed) return;
            container.remove();
            if (options.volumes()) world.volumes.removeAnonymous(container);
        });
    }

    @Override
    public Pruned<ContainerId> prune(Filters filters) {
        String what = "prune containers";
        return client.call(what, () -> {
            Labels.checkPrune(what, filters);
            var idle = List.copyOf(world.containers.values()).stream()
                    .filter(container -> !container.isRunning() && container.state != ContainerState.RESTARTING)
                    .filter(container -> Labels.pruned(what, filters, container.spec.labels(), container.created, world.now()))
                    .toList();
            idle.forEach(FakeContainer::remove);
            long bytes = idle.stream().mapToLong(ContainerViews::rw).sum();
            world.events.add("container", "prune", "", Map.of("reclaimed", Long.toString(bytes)));
            return new Pruned<>(idle.stream().map(container -> container.id).toList(), bytes);
        });
    }

    private static final class Exits extends WorldFeed<ExitStatus> {
        private final FakeContainer container;
        private final WaitCondition condition;
        private final int before;
        private boolean given;

        Exits(Client client, String what, FakeContainer container, WaitCondition condition) {
            super(client, what, container.changed);
            this.container = container;
            this.condition = condition;
            this.before = container.exits.size();
        }

        @Override
        Optional<ExitStatus> poll() {
            if (given || !isMet()) return Optional.empty();
            given = true;
            boolean next = condition == WaitCondition.NEXT_EXIT && container.exits.size() > before;
            return Optional.of(new ExitStatus(next ? container.exits.get(before) : container.exitCode, Optional.empty()));
        }

        private boolean isMet() {
            return switch (condition) {
                case NOT_RUNNING -> !container.isRunning() && container.state != ContainerState.RESTARTING;
                case NEXT_EXIT -> container.exits.size() > before || container.removed;
                case REMOVED -> container.removed;
            };
        }

        @Override
        boolean isOver() {
            return given;
        }
    }
}
