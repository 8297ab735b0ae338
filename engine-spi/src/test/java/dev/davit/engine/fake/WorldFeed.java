package dev.davit.engine.fake;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/// A feed that looks into the world for its next item, and waits on a condition of the world while there is none.
abstract class WorldFeed<T> implements Feed<T> {
    final Client client;
    final World world;
    private final String what;
    private final Condition changed;
    private final int losses;
    private final Iterator<T> items = new Items();
    private @Nullable T next;
    private boolean ended;
    private boolean closed;

    /// @param what what is being done, for its errors: `follow events`
    /// @param changed signalled when there may be another item or the end
    WorldFeed(Client client, String what, Condition changed) {
        this.client = client;
        this.world = client.world;
        this.what = what;
        this.changed = changed;
        this.losses = world.losses();
        client.opened(this);
    }

    /// The next item if there is one now.
    abstract Optional<T> poll();

    /// Whether nothing more can come.
    abstract boolean isOver();

    /// How many nanoseconds it may wait for a change before it looks again.
    long patience() {
        return Long.MAX_VALUE;
    }

    /// Lets go of what it holds; called once, under the lock.
    void release() {}

    @Override
    public final Iterator<T> iterator() {
        return items;
    }

    private boolean advance() {
        world.lock.lock();
        try {
            while (next == null) {
                if (ended || closed) return false;
                next = poll().orElse(null);
                if (next != null) return true;
                if (isOver()) {
                    ended = true;
                    close();
                } else if (world.losses() != losses) {
                    close();
                    throw new EngineException.Unavailable("cannot " + what + ": lost the engine at " + World.ADDRESS, null);
                } else {
                    changed.awaitNanos(patience());
                }
            }
            return true;
        } catch (InterruptedException e) {
            close();
            throw Oops.cancelled(what);
        } finally {
            world.lock.unlock();
        }
    }

    private T take() {
        world.lock.lock();
        try {
            if (!advance() || next == null) throw new NoSuchElementException();
            T item = next;
            next = null;
            return item;
        } finally {
            world.lock.unlock();
        }
    }

    @Override
    public final void close() {
        world.lock.lock();
        try {
            if (closed) return;
            closed = true;
            client.closed(this);
            release();
            changed.signalAll();
        } finally {
            world.lock.unlock();
        }
    }

    private final class Items implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return advance();
        }

        @Override
        public T next() {
            return take();
        }
    }
}
