package dev.davit.engine.fake;

import dev.davit.engine.Feature;
import dev.davit.engine.container.ContainerRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// What the fake engine holds, shared by all who opened it. Everything in it is guarded by one lock.
final class World {
    static final String ADDRESS = "fake://";

    final ReentrantLock lock = new ReentrantLock();
    final List<Condition> conditions = new ArrayList<>();
    final Condition changed = condition();
    final EventLog events = new EventLog(this);
    final ImageStore images = new ImageStore(this);
    final NetworkStore networks = new NetworkStore(this);
    final VolumeStore volumes = new VolumeStore(this);
    final Map<String, FakeContainer> containers = new LinkedHashMap<>();
    final Map<String, FakeExec> execs = new LinkedHashMap<>();
    /// A log that is twice as long is cut to so many lines.
    int logLines = Integer.MAX_VALUE;
    /// What is in volumes, by name; nothing at first.
    final Map<String, Long> volumeBytes = new HashMap<>();
    Duration statsPeriod = Duration.ofSeconds(1);
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(4711);
    private Instant last = Instant.EPOCH;
    private int nextPid = 100;
    private int losses;
    private boolean gone;
    /// What it does not have.
    Set<Feature> missing = Set.of();

    World(Clock clock) {
        this.clock = clock;
    }

    /// A condition that a lost engine wakes.
    Condition condition() {
        var made = lock.newCondition();
        conditions.add(made);
        return made;
    }

    /// Now; never the same twice.
    Instant now() {
        var now = clock.instant();
        last = now.isAfter(last) ? now : last.plusNanos(1);
        return last;
    }

    /// A fresh identity: 64 hexadecimal digits.
    String freshId() {
        var id = new StringBuilder();
        for (int i = 0; i < 4; i++) id.append(String.format("%016x", random.nextLong()));
        return id.toString();
    }

    int freshPid() {
        return nextPid++;
    }

    boolean isGone() {
        return gone;
    }

    /// How often the engine was lost: what was opened before a loss broke with it.
    int losses() {
        return losses;
    }

    void lose() {
        gone = true;
        losses++;
        conditions.forEach(Condition::signalAll);
    }

    void recover() {
        gone = false;
    }

    /// Newest first.
    List<FakeContainer> newestFirst() {
        return List.copyOf(containers.values()).reversed();
    }

    Optional<FakeContainer> named(String name) {
        return containers.values().stream().filter(container -> container.name.equals(name)).findFirst();
    }

    /// The container that is meant: by full id, by name, by a prefix of its id that fits no other.
    FakeContainer resolve(String what, ContainerRef reference) {
        String text = reference.text();
        var exact = containers.get(text);
        if (exact != null) return exact;
        var named = named(text.startsWith("/") ? text.substring(1) : text);
        if (named.isPresent()) return named.get();
        var matches = prefixed(text).limit(2).toList();
        if (matches.size() == 1) return matches.getFirst();
        if (matches.size() > 1) throw Oops.invalid(what, "multiple IDs found with provided prefix: " + text);
        throw Oops.notFound(what, "no such container: " + text);
    }

    private Stream<FakeContainer> prefixed(String text) {
        return containers.values().stream().filter(container -> container.id.value().startsWith(text));
    }
}
