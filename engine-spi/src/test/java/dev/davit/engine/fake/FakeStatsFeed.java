package dev.davit.engine.fake;

import dev.davit.engine.container.ContainerId;
import dev.davit.engine.document.StatsDocuments;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.StatsSample;
import dev.davit.engine.system.StatsSample.Cpu;
import dev.davit.engine.system.StatsSample.Memory;
import dev.davit.engine.system.StatsSample.Previous;
import dev.davit.engine.system.StatsSample.Traffic;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Figures that move as those of busy processes do, from each container's own name: hardly two alike, all the same every time.
final class FakeStatsFeed extends WorldFeed<StatsSample> implements StatsFeed {
    private static final int CPUS = FakeSystem.CPUS;
    private static final long MACHINE_MEMORY = 8L << 30;
    private final boolean once;
    private final Deque<ContainerId> due = new ArrayDeque<>();
    private final Map<ContainerId, Previous> previous = new HashMap<>();
    /// What starting takes of a CPU.
    private static final long START = 1_000_000;

    private final Map<ContainerId, Integer> readings = new HashMap<>();
    private Set<ContainerId> watched;
    private long nextRound = System.nanoTime();
    private boolean sampled;

    FakeStatsFeed(Client client, StatsOptions options) {
        super(client, "read statistics", client.world.changed);
        this.once = options.once();
        this.watched = new LinkedHashSet<>(options.containers());
    }

    @Override
    public void watch(Set<ContainerId> containers) {
        world.lock.lock();
        try {
            var fresh = new ArrayList<>(containers);
            fresh.removeAll(watched);
            watched = new LinkedHashSet<>(containers);
            previous.keySet().retainAll(watched);
            readings.keySet().retainAll(watched);
            due.removeIf(id -> !watched.contains(id));
            boolean first = !once && !sampled && !watched.isEmpty();
            // Whoever is new need not wait for the others' next round; before there was one, that is everybody, and it is the first.
            due.addAll(first ? watched : fresh);
            if (first) beginRound();
            world.changed.signalAll();
        } finally {
            world.lock.unlock();
        }
    }

    @Override
    Optional<StatsSample> poll() {
        if (System.nanoTime() - nextRound >= 0 && due.isEmpty() && !(once && sampled)) {
            due.addAll(watched);
            beginRound();
        }
        while (!due.isEmpty()) {
            var container = world.containers.get(due.poll().value());
            if (container != null && container.isRunning()) return Optional.of(sample(container));
        }
        return Optional.empty();
    }

    private void beginRound() {
        sampled = true;
        nextRound = System.nanoTime() + world.statsPeriod.toNanos();
    }

    @Override
    boolean isOver() {
        return once && sampled;
    }

    @Override
    long patience() {
        return watched.isEmpty() ? Long.MAX_VALUE : Math.max(1, nextRound - System.nanoTime());
    }

    private StatsSample sample(FakeContainer container) {
        var id = container.id;
        int reading = readings.merge(id, 1, Integer::sum);
        long seed = Integer.toUnsignedLong(container.name.hashCode());
        var time = world.now();
        long up = nanos(time) - nanos(container.started.orElse(time));
        double share = container.state == dev.davit.engine.container.ContainerState.PAUSED ? 0 : (seed + reading * 7L) % 90 / 100.0;
        var before = Optional.ofNullable(previous.get(id));
        long passed = before.map(p -> nanos(time) - nanos(p.time())).orElse(up);
        long used = before.map(p -> p.cpu().totalNanos()).orElse(START) + (long) (passed * share);
        var cpu = new Cpu(used, nanos(time) * CPUS, CPUS);
        previous.put(id, new Previous(time, cpu));
        long limit = container.resources.memory().orElse(MACHINE_MEMORY);
        var memory = new Memory(Math.min(limit, (4 << 20) + (seed + reading * 131L) % (64 << 20)), limit);
        var traffic = new Traffic(reading * 1000L, reading * 500L);
        var disk = new Traffic(4096, 0);
        var document = StatsDocuments.of(id, container.name, time, cpu, before, memory, traffic, disk, 1);
        return new StatsSample(id, container.name, time, cpu, before, memory, traffic, disk, 1, document);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() % 1_000_000 * 1_000_000_000 + time.getNano();
    }

    /// Who is watched now.
    List<ContainerId> watched() {
        return List.copyOf(watched);
    }
}
