package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.remote.http.Body;
import dev.davit.engine.remote.http.Response;
import dev.davit.engine.remote.wire.StatsItem;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import dev.davit.engine.system.StatsSample;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One connection and one virtual thread per watched container, for a daemon streams one container's figures each. The newest
/// sample of each container waits to be read; a slow reader misses older ones, it never makes them pile up.
final class RemoteStatsFeed implements StatsFeed {
    private static final String WHAT = "read statistics";

    private final Daemon daemon;
    private final boolean once;
    private final boolean unprimed;
    private final Map<ContainerId, Watch> watches = new HashMap<>();
    private final Map<ContainerId, StatsSample> newest = new HashMap<>();
    private final Deque<ContainerId> order = new ArrayDeque<>();
    private final Iterator<StatsSample> samples = new Samples();
    private @Nullable EngineException failure;
    private boolean closed;

    RemoteStatsFeed(Daemon daemon, StatsOptions options) {
        this.daemon = daemon;
        this.once = options.once();
        this.unprimed = options.once() && options.unprimed() && daemon.version().atLeast(41);
        daemon.opened(this);
        watch(options.containers());
    }

    @Override
    public void watch(Set<ContainerId> containers) {
        var dropped = new ArrayDeque<Watch>();
        synchronized (this) {
            if (closed) return;
            watches.entrySet().removeIf(entry -> {
                if (containers.contains(entry.getKey())) return false;
                dropped.add(entry.getValue());
                newest.remove(entry.getKey());
                order.remove(entry.getKey());
                return true;
            });
            for (var id : containers) {
                if (watches.containsKey(id)) continue;
                var watch = new Watch(id);
                watches.put(id, watch);
                Thread.ofVirtual().name("stats " + id.abbreviated()).start(watch);
            }
            notifyAll();
        }
        dropped.forEach(Watch::hangUp);
    }

    @Override
    public Iterator<StatsSample> iterator() {
        return samples;
    }

    @Override
    public void close() {
        daemon.ended(this);
        watch(Set.of());
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }

    private synchronized void offer(Watch watch, StatsSample sample) {
        if (watches.get(watch.id) != watch) return;
        if (newest.put(watch.id, sample) == null) order.add(watch.id);
        notifyAll();
    }

    private synchronized void ended(Watch watch, @Nullable EngineException reason) {
        if (watches.get(watch.id) != watch) return;
        if (reason != null && !daemon.isClosed()) failure = reason;
        watch.over = true;
        notifyAll();
    }

    private synchronized boolean await() {
        while (order.isEmpty()) {
            if (closed) return false;
            if (failure != null) throw failure;
            if (once && watches.values().stream().allMatch(watch -> watch.over)) return false;
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException.Cancelled("cannot " + WHAT + ": interrupted");
            }
        }
        return true;
    }

    private synchronized StatsSample take() {
        if (!await()) throw new NoSuchElementException();
        var sample = newest.remove(order.remove());
        if (sample == null) throw new IllegalStateException("a sample was queued and is gone");
        return sample;
    }

    private final class Samples implements Iterator<StatsSample> {
        @Override
        public boolean hasNext() {
            return await();
        }

        @Override
        public StatsSample next() {
            return take();
        }
    }

    private final class Watch implements Runnable {
        private final ContainerId id;
        private @Nullable Response response;
        private boolean hungUp;
        private boolean over;

        Watch(ContainerId id) {
            this.id = id;
        }

        @Override
        public void run() {
            try {
                var target = Query.of("/containers/", id.value(), "/stats").with("stream", once ? "0" : "1").flag("one-shot", unprimed);
                try (var opened = daemon.open(WHAT, "GET", target, Body.NONE)) {
                    if (!accept(opened)) return;
                    read(new JsonLines(opened.body()));
                }
                ended(this, null);
            } catch (EngineException.NotFound | EngineException.Conflict e) {
                // The container went: it has no further samples, which is what the feed promises.
                ended(this, null);
            } catch (EngineException e) {
                ended(this, e);
            } catch (IOException e) {
                ended(this, isHungUp() ? null : daemon.lost(WHAT, e));
            }
        }

        private void read(JsonLines lines) throws IOException {
            while (true) {
                var line = lines.next();
                if (line.isEmpty()) return;
                Optional<StatsSample> sample =
                        StatsTranslation.sample(id, WireJson.read(StatsItem.class, line.get(), WHAT), line.get());
                sample.ifPresent(value -> offer(this, value));
            }
        }

        private synchronized boolean accept(Response opened) {
            if (hungUp) return false;
            response = opened;
            return true;
        }

        private synchronized boolean isHungUp() {
            return hungUp;
        }

        private void hangUp() {
            Response current;
            synchronized (this) {
                hungUp = true;
                current = response;
            }
            if (current != null) current.close();
        }
    }
}
