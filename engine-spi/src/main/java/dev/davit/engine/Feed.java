package dev.davit.engine;

import java.util.Iterator;

/// A live stream that is read by pulling and cancelled by closing.
///
/// A feed is opened by a port's method and is *live when that method returns*: nothing that happens afterwards is missed.
/// It is read once, by one thread: [#iterator()] gives the same iterator each time. `hasNext()` blocks until there is an
/// item or the feed has ended; reading slowly slows the engine down (back-pressure), it never fills memory.
///
/// [#close()] may be called from any thread and cancels on both sides: a reader that is blocked comes back and sees the
/// end. Interrupting the reading thread cancels the feed as well: `hasNext()` throws [EngineException.Cancelled] with the
/// thread's interrupt status set. A feed that breaks (the engine went away, the operation failed) throws an
/// [EngineException] from `hasNext()`, after all items that arrived before.
///
/// @param <T> what flows
public interface Feed<T> extends Iterable<T>, AutoCloseable {

    /// The one iterator of this feed.
    @Override
    Iterator<T> iterator();

    /// Cancels the feed and frees what it holds. Closing twice is harmless.
    @Override
    void close();
}
