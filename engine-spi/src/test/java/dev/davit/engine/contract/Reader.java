package dev.davit.engine.contract;

import dev.davit.engine.Feed;
import dev.davit.testing.Await;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Reads a feed to its end on a thread of its own.
final class Reader implements AutoCloseable {
    private final Thread thread;
    private final AtomicInteger items = new AtomicInteger();
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;
    private volatile boolean interrupted;

    Reader(Feed<?> feed) {
        thread = Thread.ofVirtual().start(() -> read(feed));
    }

    private void read(Feed<?> feed) {
        try {
            for (var _ : feed) items.incrementAndGet();
        } catch (RuntimeException e) {
            failure = e;
        }
        interrupted = Thread.currentThread().isInterrupted();
        ended = true;
    }

    int items() {
        return items.get();
    }

    void interrupt() {
        thread.interrupt();
    }

    /// Waits until there is nothing to do for the reader but to wait.
    void awaitBlocked() {
        Await.until("the reader waits", () -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()));
    }

    /// Waits until it saw the end of the feed.
    void awaitEnd() throws InterruptedException {
        thread.join(Await.DEADLINE);
        if (!ended) throw new AssertionError("the reader is still reading");
        if (failure != null) throw new AssertionError("the feed did not end but failed", failure);
    }

    /// Waits until reading failed.
    Throwable awaitFailure() throws InterruptedException {
        thread.join(Await.DEADLINE);
        var found = failure;
        if (found == null) throw new AssertionError("the feed did not fail");
        return found;
    }

    /// Whether its thread was interrupted when it came back.
    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
