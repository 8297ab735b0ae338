package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import dev.davit.engine.build.BuildProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// The news of a build whose context is sent and whose answer is read by a virtual thread of its own, for both can take long and a
/// reader wants to see either. Few news wait to be read: a slow reader slows the daemon down. Closing interrupts the thread, which ends its
/// connection, and so the build.
final class BuildFeed implements Feed<BuildProgress> {
    private static final int MOST_WAITING = 128;

    private final String what;
    private final Iterator<BuildProgress> items = new Items();
    private final Deque<BuildProgress> waiting = new ArrayDeque<>();
    private final Thread worker;
    private @Nullable RuntimeException failure;
    private boolean ended;
    private boolean closed;

    /// What a build does, telling its news.
    @FunctionalInterface
    interface Work {
        void run(BuildFeed news) throws InterruptedException;
    }

    BuildFeed(String what, Work work) {
        this.what = what;
        worker = Thread.ofVirtual().name(what).start(() -> run(work));
    }

    private void run(Work work) {
        RuntimeException reason = null;
        try {
            work.run(this);
        } catch (RuntimeException e) {
            reason = e;
        } catch (InterruptedException e) {
            // Closed: nobody reads any more.
            reason = new EngineException.Cancelled("cannot " + what + ": cancelled");
        }
        synchronized (this) {
            ended = true;
            failure = reason;
            notifyAll();
        }
    }

    /// Hands news over; waits while too many wait to be read. Counts of bytes overtake older ones.
    synchronized void tell(BuildProgress news) {
        if (news instanceof BuildProgress.ContextSent && waiting.peekLast() instanceof BuildProgress.ContextSent) waiting.removeLast();
        while (waiting.size() >= MOST_WAITING && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException.Cancelled("cannot " + what + ": cancelled");
            }
        }
        if (closed) throw new EngineException.Cancelled("cannot " + what + ": cancelled");
        waiting.add(news);
        notifyAll();
    }

    @Override
    public Iterator<BuildProgress> iterator() {
        return items;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        worker.interrupt();
    }

    private final class Items implements Iterator<BuildProgress> {
        @Override
        public boolean hasNext() {
            synchronized (BuildFeed.this) {
                while (waiting.isEmpty() && !ended && !closed) {
                    try {
                        BuildFeed.this.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        close();
                        throw new EngineException.Cancelled("cannot " + what + ": interrupted");
                    }
                }
                if (closed) return false;
                if (!waiting.isEmpty()) return true;
                if (failure != null) throw failure;
                return false;
            }
        }

        @Override
        public BuildProgress next() {
            synchronized (BuildFeed.this) {
                if (!hasNext()) throw new NoSuchElementException();
                var item = waiting.remove();
                BuildFeed.this.notifyAll();
                return item;
            }
        }
    }
}
