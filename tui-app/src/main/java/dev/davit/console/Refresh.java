package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.store.ContainerStore;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerId;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.container.ContainerSummary;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Asks the engine for what an event did not say, for all containers at once that had one meanwhile.
final class Refresh implements AutoCloseable {
    /// More than these are asked for by a whole list.
    private static final int MOST_NAMED = 40;
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final int TRIES = 6;
    private static final List<Duration> CONFIRMATIONS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(4));

    private final Engine engine;
    private final ContainerStore store;
    private final Mailbox mailbox;
    private final Set<ContainerId> wanted = new HashSet<>();
    private final Thread thread;
    private @Nullable Thread confirming;
    private boolean closed;

    Refresh(Engine engine, ContainerStore store, Mailbox mailbox) {
        this.engine = engine;
        this.store = store;
        this.mailbox = mailbox;
        this.thread = Thread.ofVirtual().name("refresh").start(this::run);
    }

    /// Asks again, soon and a little later, for all that runs by the first list: dockerd tells the end of a container some time
    /// before its lists do, and what it told before anybody listened is told no more.
    void confirm(List<ContainerSummary> list) {
        var running = list.stream().filter(summary -> summary.state().isRunning()).map(ContainerSummary::id).toList();
        if (running.isEmpty()) return;
        confirming = Thread.ofVirtual().name("confirm").start(() -> {
            for (var pause : CONFIRMATIONS) {
                LockSupport.parkNanos(pause.toNanos());
                if (Thread.interrupted()) return;
                ask(running);
            }
        });
    }

    private synchronized void ask(List<ContainerId> containers) {
        wanted.addAll(containers);
        notifyAll();
    }

    void ask(String container) {
        ask(List.of(new ContainerId(container)));
    }

    private void run() {
        try {
            int tries = 0;
            while (true) {
                var asked = take();
                long mark = store.mark();
                var again = store.merge(asked, list(asked), mark);
                mailbox.changed(store, () -> new Message.Containers(store.snapshot()));
                tries = again.isEmpty() ? 0 : tries + 1;
                if (!again.isEmpty() && tries <= TRIES) later(again, PAUSE.multipliedBy(tries));
            }
        } catch (InterruptedException | EngineException.Cancelled e) {
            // closed
            Thread.currentThread().interrupt();
        } catch (EngineException e) {
            // An engine that is lost is told by its events, and listed whole when it is back.
            if (!(e instanceof EngineException.Unavailable)) mailbox.post(new Message.Problem(String.valueOf(e.getMessage())));
        }
    }

    private synchronized Set<ContainerId> take() throws InterruptedException {
        while (wanted.isEmpty()) {
            if (closed) throw new InterruptedException();
            wait();
        }
        var taken = Set.copyOf(wanted);
        wanted.clear();
        return taken;
    }

    private List<ContainerSummary> list(Set<ContainerId> asked) {
        var query = ContainerQuery.everything();
        if (asked.size() <= MOST_NAMED) {
            var filters = Filters.none();
            for (var id : asked) filters = filters.and("id", id.value());
            query = query.with(filters);
        }
        return engine.containers().list(query);
    }

    private void later(List<ContainerId> again, Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
        synchronized (this) {
            wanted.addAll(again);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
        var waiting = confirming;
        if (waiting != null) waiting.interrupt();
    }
}
