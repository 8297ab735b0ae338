package dev.davit.console;

import dev.davit.console.model.Message;
import dev.davit.console.store.Kind;
import dev.davit.console.store.ThingTable;
import dev.davit.engine.Engine;
import dev.davit.engine.EngineException;
import dev.davit.engine.image.ImageQuery;
import dev.davit.engine.network.NetworkQuery;
import dev.davit.engine.system.Event;
import dev.davit.engine.volume.VolumeQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lists the things of the kind that somebody looks at: when they are looked at first, and when an event says that they have
/// changed. While nobody looks, nothing is asked.
final class Inventory implements AutoCloseable {
    /// The least time from one list to the next, so that a flood of events makes few.
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Mailbox mailbox;
    private final Thread thread;
    private @Nullable Engine engine;
    private Optional<Kind> shown = Optional.empty();
    private boolean stale;

    Inventory(Mailbox mailbox) {
        this.mailbox = mailbox;
        this.thread = Thread.ofVirtual().name("inventory").start(this::run);
    }

    /// The engine has been met.
    synchronized void open(Engine met) {
        engine = met;
        renew();
    }

    /// The engine is lost; what was listed stays.
    synchronized void shut() {
        engine = null;
    }

    /// What is looked at from now on.
    synchronized void show(Optional<Kind> kind) {
        shown = kind;
        renew();
    }

    /// Something has happened.
    synchronized void happened(Event event) {
        if (shown.filter(kind -> concerns(event, kind)).isPresent()) renew();
    }

    private static boolean concerns(Event event, Kind kind) {
        return switch (kind) {
            // a commit is told as the container's
            case IMAGES -> event.type().equals("image") || event.action().equals("commit");
            case NETWORKS -> event.type().equals("network");
            case VOLUMES -> event.type().equals("volume");
        };
    }

    private synchronized void renew() {
        stale = true;
        notifyAll();
    }

    /// What to list, of whom.
    private record Task(Engine engine, Kind kind) {}

    private synchronized Task task() throws InterruptedException {
        while (true) {
            var open = engine;
            if (stale && open != null && shown.isPresent()) {
                stale = false;
                return new Task(open, shown.get());
            }
            wait();
        }
    }

    private void run() {
        try {
            while (true) {
                var task = task();
                try {
                    var table = list(task);
                    mailbox.post(new Message.Things(task.kind(), table));
                } catch (EngineException.Unavailable e) {
                    // its events break as well, and their reader says it; it is listed again when it is back
                    System.getLogger("davit").log(System.Logger.Level.DEBUG, "inventory", e);
                } catch (EngineException.Cancelled e) {
                    return;
                } catch (EngineException e) {
                    mailbox.post(new Message.Problem(String.valueOf(e.getMessage())));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }

    private static ThingTable list(Task task) {
        return switch (task.kind()) {
            case IMAGES -> ThingTable.ofImages(task.engine().images().list(ImageQuery.usual()));
            case NETWORKS -> ThingTable.ofNetworks(task.engine().networks().list(NetworkQuery.all()));
            case VOLUMES -> ThingTable.ofVolumes(task.engine().volumes().list(VolumeQuery.all()));
        };
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
