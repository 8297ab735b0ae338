package dev.davit.engine.remote.server;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A feed whose next item is waited for only so long. A thread of its own reads one item ahead, and waits until that is taken.
final class TimedFeed<T> implements AutoCloseable {
    private final Feed<T> feed;
    private @Nullable T next;
    private @Nullable EngineException failure;
    private boolean over;

    /// Takes the feed over.
    TimedFeed(Feed<T> feed) {
        this.feed = feed;
        Thread.ofVirtual().name("davit-served-feed").start(this::read);
    }

    private void read() {
        try {
            for (T item : feed) if (!offer(item)) return;
            end(null);
        } catch (EngineException e) {
            end(e);
        }
    }

    private synchronized boolean offer(T item) {
        next = item;
        notifyAll();
        while (next != null && !over) await(0);
        return !over;
    }

    private synchronized void end(@Nullable EngineException reason) {
        over = true;
        failure = reason;
        notifyAll();
    }

    /// The next item; empty when none came in time, or the feed has ended.
    synchronized Optional<T> next(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (next == null && !over) {
            long left = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) return Optional.empty();
            await(left);
        }
        var item = Optional.ofNullable(next);
        next = null;
        notifyAll();
        if (item.isEmpty() && failure != null) throw failure;
        return item;
    }

    /// Whether nothing more can come.
    synchronized boolean isOver() {
        return over && next == null;
    }

    @SuppressWarnings("WaitNotInLoop") // whoever calls it loops
    private synchronized void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException.Cancelled("cannot wait for the feed: interrupted");
        }
    }

    @Override
    public void close() {
        feed.close();
        end(null);
    }
}
