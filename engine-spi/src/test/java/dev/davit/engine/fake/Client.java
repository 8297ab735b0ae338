package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feature;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One who opened the engine: its calls pass through here, and what it left open ends with it.
final class Client {
    final World world;
    private final Set<AutoCloseable> open = new HashSet<>();
    private final Map<String, EngineException> failures = new ConcurrentHashMap<>();
    private boolean closed;

    Client(World world) {
        this.world = world;
    }

    /// Carries out a call under the lock.
    ///
    /// @param what the call in half a sentence: `stop container web`
    <T> T call(String what, Supplier<T> work) {
        if (Thread.currentThread().isInterrupted()) throw Oops.cancelled(what);
        world.lock.lock();
        try {
            check(what);
            return work.get();
        } finally {
            world.lock.unlock();
        }
    }

    void run(String what, Runnable work) {
        call(what, () -> {
            work.run();
            return true;
        });
    }

    /// Whether the engine lacks a feature.
    boolean lacks(Feature feature) {
        return world.missing.contains(feature);
    }

    /// Refuses a call that needs what the engine lacks.
    void need(Feature feature, String what) {
        if (lacks(feature)) throw Refusal.of(feature, what);
    }

    private void check(String what) {
        if (closed) throw new EngineException.Unavailable("cannot " + what + ": the engine is closed", null);
        if (world.isGone()) throw Oops.lost(what);
        var failure = failures.remove(what.split(" ", 2)[0]);
        if (failure != null) throw failure;
    }

    void failNext(String verb, EngineException failure) {
        failures.put(verb, failure);
    }

    /// Waits, within a call, until something holds or time is up. An engine lost meanwhile breaks the call.
    ///
    /// @param patience empty waits for ever
    /// @return whether it holds
    boolean await(String what, Condition condition, Optional<Duration> patience, BooleanSupplier holds) {
        int losses = world.losses();
        long left = patience.map(Duration::toNanos).orElse(Long.MAX_VALUE);
        while (!holds.getAsBoolean()) {
            if (world.losses() != losses) throw Oops.lost(what);
            if (left <= 0) return false;
            try {
                left = condition.awaitNanos(left);
            } catch (InterruptedException e) {
                throw Oops.cancelled(what);
            }
        }
        return true;
    }

    <C extends AutoCloseable> C opened(C feed) {
        open.add(feed);
        return feed;
    }

    void closed(AutoCloseable feed) {
        open.remove(feed);
    }

    void close() {
        Set<AutoCloseable> left;
        world.lock.lock();
        try {
            closed = true;
            left = Set.copyOf(open);
        } finally {
            world.lock.unlock();
        }
        for (var feed : left) {
            try {
                feed.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
