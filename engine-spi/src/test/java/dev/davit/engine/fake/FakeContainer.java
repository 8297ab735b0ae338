package dev.davit.engine.fake;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerSpec;
import dev.davit.engine.container.ContainerState;
import dev.davit.engine.container.FileChange;
import dev.davit.engine.container.Resources;
import dev.davit.engine.container.RestartPolicy;
import dev.davit.engine.container.TerminalSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/// A container and its life. Everything is under the world's lock.
final class FakeContainer {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    final World world;
    final ContainerId id;
    final ContainerSpec spec;
    final FakeImage image;
    final List<String> command;
    final List<String> environment;
    final Instant created;
    /// Signalled when its state, its log or its exits changed.
    final Condition changed;

    final ContainerLog log = new ContainerLog(this);
    final List<Integer> exits = new ArrayList<>();
    final List<Sink> waiting = new ArrayList<>();
    final Map<String, FileChange> changes = new TreeMap<>();
    final FakeTree files;
    /// Its places on networks, by the networks' names.
    final Map<String, FakeEndpoint> endpoints;
    /// Its volumes, by where they are mounted.
    final Map<String, FakeVolume> volumes;
    String name;
    Resources resources;
    RestartPolicy restart;
    ContainerState state = ContainerState.CREATED;
    Optional<Instant> started = Optional.empty();
    Optional<Instant> finished = Optional.empty();
    Optional<String> detachKeys = Optional.empty();
    TerminalSize size = new TerminalSize(0, 0);
    String error = "";
    int exitCode;
    int restarts;
    boolean removed;
    @Nullable FakeProcess process;
    private boolean stopped;

    FakeContainer(World world, ContainerSpec spec, String name, FakeImage image, List<String> command) {
        this.world = world;
        this.id = new ContainerId(world.freshId());
        this.spec = spec;
        this.image = image;
        this.files = image.files().copy();
        this.command = List.copyOf(command);
        this.name = name;
        this.resources = spec.resources();
        this.restart = spec.lifecycle().restart();
        this.created = world.now();
        this.endpoints = NetworkStore.wanted(spec.network());
        this.volumes = world.volumes.of(spec);
        this.changed = world.condition();
        var variables = new LinkedHashMap<String, String>();
        for (String entry : image.environment()) put(variables, entry);
        variables.put("HOSTNAME", hostname());
        for (String entry : spec.process().environment()) put(variables, entry);
        this.environment = variables.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
        spec.process().terminalSize().ifPresent(given -> size = given);
    }

    /// `NAME` alone takes a variable away.
    private static void put(Map<String, String> variables, String entry) {
        int equals = entry.indexOf('=');
        if (equals < 0) variables.remove(entry);
        else variables.put(entry.substring(0, equals), entry.substring(equals + 1));
    }

    /// The ports that it exposes, published ones included, as `80/tcp`.
    Set<String> exposed() {
        var ports = new TreeSet<String>();
        spec.network().exposed().forEach(port -> ports.add(port.toString()));
        spec.network().published().forEach(binding -> ports.add(binding.port().toString()));
        return ports;
    }

    String hostname() {
        return spec.network().hostname().orElse(id.abbreviated());
    }

    boolean isRunning() {
        return state.isRunning();
    }

    boolean isTty() {
        return spec.process().tty();
    }

    /// Starts it, or leaves it as it is with the reason.
    ///
    /// @throws dev.davit.engine.EngineException.Invalid when its command cannot be executed
    void start(String what) {
        if (isRunning()) return;
        String user = spec.process().user().orElse("root");
        if (Users.number(user).isEmpty()) {
            error = "unable to find user " + user + ": no matching entries in passwd file";
            throw Oops.invalid(what, error);
        }
        var refusal = Programs.refusal(command.getFirst());
        if (refusal.isPresent()) {
            exitCode = refusal.get().code();
            error = "OCI runtime create failed: " + refusal.get().reason();
            // What was attached meanwhile has nothing to wait for.
            waiting.forEach(Sink::end);
            waiting.clear();
            throw Oops.invalid(what, error);
        }
        world.networks.join(what, this);
        stopped = false;
        launch().start();
    }

    /// Starts it with a process that does nothing and needs no thread.
    void startIdle() {
        world.networks.join("start container " + name, this);
        launch();
    }

    private FakeProcess launch() {
        var fresh = new FakeProcess(place(), command, environment, isTty(), spec.process().openStdin(), true, this::ended);
        fresh.size = size;
        fresh.sinks.add(log);
        fresh.sinks.addAll(waiting);
        waiting.clear();
        process = fresh;
        error = "";
        exitCode = 0;
        started = Optional.of(world.now());
        become(ContainerState.RUNNING);
        world.events.of(this, "start");
        return fresh;
    }

    FakeProcess.Place place() {
        var process = spec.process();
        return new FakeProcess.Place(world, hostname(), process.user().orElse("root"), process.workingDirectory().orElse("/"));
    }

    private void become(ContainerState next) {
        state = next;
        changed.signalAll();
        world.changed.signalAll();
    }

    private void ended(int code) {
        log.end();
        exitCode = code;
        exits.add(code);
        finished = Optional.of(world.now());
        world.execs.values().stream().filter(exec -> exec.container == this).forEach(exec -> exec.signal(Signals.KILL));
        world.events.of(this, "die", Map.of("exitCode", Integer.toString(code)));
        if (comesBack(code)) {
            become(ContainerState.RESTARTING);
            restarts++;
            Thread.ofVirtual().name("restart " + name).start(this::restartLater);
        } else {
            world.networks.leave(this);
            become(ContainerState.EXITED);
            if (spec.lifecycle().autoRemove()) {
                remove();
                world.volumes.removeAnonymous(this);
            }
        }
    }

    private boolean comesBack(int code) {
        if (stopped) return false;
        return switch (restart.kind()) {
            case NO -> false;
            case ALWAYS, UNLESS_STOPPED -> true;
            case ON_FAILURE -> code != 0 && (restart.maximumRetries() == 0 || restarts < restart.maximumRetries());
        };
    }

    private void restartLater() {
        world.lock.lock();
        try {
            long left = FIRST_PAUSE.toNanos() << Math.min(restarts - 1, 8);
            while (left > 0 && state == ContainerState.RESTARTING) left = changed.awaitNanos(left);
            if (state == ContainerState.RESTARTING) launch().start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            world.lock.unlock();
        }
    }

    /// Sends a signal; afterwards it does not come back by itself.
    void signal(int signal) {
        if (process == null) return;
        world.events.of(this, "kill", Map.of("signal", Integer.toString(signal)));
        stopped = true;
        if (signal == Signals.KILL) process.paused = false;
        process.signal(signal);
    }

    /// Gives up coming back.
    void giveUp() {
        stopped = true;
        if (state != ContainerState.RESTARTING) return;
        world.networks.leave(this);
        become(ContainerState.EXITED);
    }

    /// Sends the stop signal, and kills when the grace is over; returns when it has ended.
    void stop(Client client, String what, Optional<Duration> grace, Optional<String> signal) {
        giveUp();
        if (!isRunning()) return;
        int exitsBefore = exits.size();
        if (state == ContainerState.PAUSED) pause(false);
        signal(Signals.number(signal.or(spec.lifecycle()::stopSignal).orElse("TERM"))
                .orElseThrow(() -> Oops.invalid(what, "invalid signal: " + signal.orElse(""))));
        var seconds = spec.lifecycle().stopTimeout();
        var patience = grace.orElse(Duration.ofSeconds(seconds.isPresent() ? seconds.getAsInt() : 10));
        var limit = patience.isNegative() ? Optional.<Duration>empty() : Optional.of(patience);
        if (!client.await(what, changed, limit, () -> exits.size() > exitsBefore)) {
            signal(Signals.KILL);
            client.await(what, changed, Optional.empty(), () -> exits.size() > exitsBefore);
        }
        world.events.of(this, "stop");
    }

    void pause(boolean frozen) {
        if (process == null) return;
        process.paused = frozen;
        process.changed();
        become(frozen ? ContainerState.PAUSED : ContainerState.RUNNING);
        world.events.of(this, frozen ? "pause" : "unpause");
    }

    void remove() {
        removed = true;
        waiting.forEach(Sink::end);
        waiting.clear();
        world.containers.remove(id.value());
        world.execs.values().removeIf(exec -> exec.container == this);
        world.conditions.remove(changed);
        changed.signalAll();
        world.changed.signalAll();
        world.events.of(this, "destroy");
    }

    /// Kills it if it runs, and waits until it has ended.
    void killAndWait(Client client, String what) {
        giveUp();
        if (!isRunning()) return;
        signal(Signals.KILL);
        if (state == ContainerState.PAUSED) become(ContainerState.RUNNING);
        client.await(what, changed, Optional.of(Duration.ofSeconds(30)), () -> !isRunning());
    }
}
