package dev.davit.console;

import dev.davit.console.model.Connection;
import dev.davit.console.model.Message;
import dev.davit.console.store.ContainerStore;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.Filters;
import dev.davit.engine.container.ContainerQuery;
import dev.davit.engine.system.Event;
import dev.davit.engine.system.EventQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The line to the engine: opens it, lists its containers, and keeps the list right by its events. When the engine is not
/// there, or is lost, it says so and tries again until it is met.
final class EngineLink implements AutoCloseable {
    /// Nothing tells when a daemon comes: a socket may be anywhere, and its file is there before and after its daemon. So
    /// this one thing is asked again and again, at first quickly, for most absences are restarts.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final Filters OBSERVED =
            Filters.of("type", "container").and("type", "image").and("type", "network").and("type", "volume");

    private final Access access;
    private final ContainerStore store;
    private final Followers followers;
    private final Mailbox mailbox;
    private final Thread thread;
    private volatile boolean closed;
    private volatile int turns;
    private volatile @Nullable Feed<Event> events;

    /// How an engine is got at.
    ///
    /// @param engine opens it, or gives the one that is open
    /// @param choice which it is and why
    /// @param others what else there is, a line each; asked when it is not there
    /// @param host its machine's name for the user's browser, by its address
    record Access(Supplier<Engine> engine, Supplier<String> choice, Supplier<List<String>> others, UnaryOperator<String> host) {}

    /// Who needs the engine as well.
    ///
    /// @param figures of containers
    /// @param inventory of other things
    /// @param met called each time when the engine has been met
    record Followers(FiguresFeed figures, Inventory inventory, Runnable met) {}

    EngineLink(Access access, ContainerStore store, Followers followers, Mailbox mailbox) {
        this.access = access;
        this.store = store;
        this.followers = followers;
        this.mailbox = mailbox;
        this.thread = Thread.ofVirtual().name("engine").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Leaves the engine for the one that there is now.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread turns at a time
    synchronized void turn() {
        turns++;
        var open = events;
        if (open != null) open.close();
        thread.interrupt();
    }

    /// Not before whoever turns has woken this thread, wherever it was: a call that comes later would end the line to the next
    /// engine.
    private synchronized int turned(int turn) {
        if (turn != turns) Thread.interrupted();
        return turns;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        int turn = turns;
        while (!closed) {
            int now = turned(turn);
            if (turn != now) {
                turn = now;
                pause = FIRST_PAUSE;
                store.forget();
                mailbox.changed(store, () -> new Message.Containers(store.snapshot()));
            }
            long began = System.nanoTime();
            try {
                follow(access.engine().get(), turn);
            } catch (EngineException e) {
                if (closed) return;
                if (turn != turns) continue;
                if (e instanceof EngineException.Cancelled) return;
                lost(e);
            }
            boolean held = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
            pause = held ? FIRST_PAUSE : pause;
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void lost(EngineException reason) {
        List<String> others = List.of();
        try {
            others = access.others().get();
        } catch (RuntimeException e) {
            // What else there is may be as broken as what was tried, which is what the user must read.
            System.getLogger("davit").log(System.Logger.Level.DEBUG, "other engines", e);
        }
        mailbox.post(new Message.Engine(new Connection.Lost(String.valueOf(reason.getMessage()), others)));
    }

    /// Events first: whatever changes after the list was made comes as an event.
    private void follow(Engine engine, int turn) {
        try (var feed = engine.telemetry().events(EventQuery.live().with(OBSERVED));
                var refresh = new Refresh(engine, store, mailbox)) {
            events = feed;
            if (closed || turn != turns) return;
            var first = engine.containers().list(ContainerQuery.everything());
            store.replace(first);
            mailbox.changed(store, () -> new Message.Containers(store.snapshot()));
            var info = engine.info();
            String name = (info.component() + " " + info.version()).strip();
            mailbox.post(new Message.Engine(new Connection.Connected(access.choice().get(), name, EngineHost.isHere(info.address()), access.host().apply(info.address()))));
            followers.figures().open(engine);
            followers.inventory().open(engine);
            followers.met().run();
            refresh.confirm(first);
            for (var event : feed) take(event, refresh);
        } finally {
            followers.figures().shut();
            followers.inventory().shut();
        }
        throw new EngineException.Unavailable("the engine has ended its events", null);
    }

    private void take(Event event, Refresh refresh) {
        followers.inventory().happened(event);
        if (!event.type().equals("container")) return;
        switch (store.apply(event)) {
            case NOTHING -> {}
            case SHOW -> mailbox.changed(store, () -> new Message.Containers(store.snapshot()));
            case ASK -> {
                mailbox.changed(store, () -> new Message.Containers(store.snapshot()));
                refresh.ask(event.actorId());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        var open = events;
        if (open != null) open.close();
        thread.interrupt();
    }
}
