package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.store.SampleTable;
import dev.davit.console.store.SampleTable.Figures;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.system.StatsFeed;
import dev.davit.engine.system.StatsOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The figures of the containers that somebody sees: one feed, whose set follows the screen.
///
/// Figures of many containers come one by one, all through a second; they are shown together, once a second, and at once
/// only where there were none. A set that changes with every key of a scrolling user is followed with some delay.
final class FiguresFeed implements AutoCloseable {
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(900);
    /// Those that come within this time of the first are taken and shown with it: to be woken for each costs more than it does.
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(250);
    /// More than it takes to take them.
    private static final long TAKING = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(150);

    private final Mailbox mailbox;
    private final SampleTable samples = new SampleTable();
    private Set<ContainerId> wanted = Set.of();
    private @Nullable StatsFeed feed;
    private boolean settling;

    FiguresFeed(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /// From now on these.
    synchronized void watch(Set<ContainerId> containers) {
        wanted = containers;
        if (settling || feed == null) return;
        settling = true;
        Thread.ofVirtual().name("watch").start(this::settle);
    }

    /// Not by the caller: changing the set may take a while, and the caller draws.
    private void settle() {
        follow();
        LockSupport.parkNanos(SETTLING);
        synchronized (this) {
            settling = false;
        }
        follow();
    }

    private void follow() {
        Set<ContainerId> set;
        StatsFeed open;
        synchronized (this) {
            set = wanted;
            open = feed;
        }
        // who looks at something else for a while finds the last figures until there are new ones
        if (!set.isEmpty()) samples.retain(set);
        if (open != null) open.watch(set);
    }

    /// Begins with an engine.
    void open(Engine engine) {
        StatsFeed opened;
        Set<ContainerId> set;
        synchronized (this) {
            set = wanted;
        }
        try {
            opened = engine.telemetry().stats(new StatsOptions(set, false));
        } catch (EngineException.Unsupported e) {
            mailbox.post(new Message.Problem(String.valueOf(e.getMessage())));
            return;
        }
        synchronized (this) {
            feed = opened;
        }
        follow();
        Thread.ofVirtual().name("figures").start(() -> read(opened));
    }

    private void read(StatsFeed opened) {
        long told = 0;
        try (opened) {
            for (var sample : opened) {
                boolean first = samples.put(sample.container(), Figures.of(sample));
                long now = System.nanoTime();
                if (first || isSingle()) {
                    told = now;
                    tell();
                } else if (now - told >= ROUND) {
                    told = now;
                    // a daemon makes those of all containers in one go
                    LockSupport.parkNanos(GATHERING);
                    Thread.ofVirtual().name("round").start(() -> {
                        LockSupport.parkNanos(TAKING);
                        tell();
                    });
                }
            }
        } catch (EngineException e) {
            // The events of the same engine break as well, and their reader says it.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "figures", e);
        }
    }

    private void tell() {
        mailbox.changed(this, () -> new Message.Figures(samples.snapshot()));
    }

    /// Figures of a single container need not wait for others, and its history is to have all of them.
    private synchronized boolean isSingle() {
        return wanted.size() == 1;
    }

    /// Ends with this engine.
    void shut() {
        StatsFeed open;
        synchronized (this) {
            open = feed;
            feed = null;
        }
        if (open != null) open.close();
    }

    @Override
    public void close() {
        shut();
    }
}
