package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.Feed;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A feed that reads its next item from a connection when somebody asks for it, and hangs up when closed.
abstract class StreamFeed<T> implements Feed<T> {
    private final Iterator<T> items = new Items();
    private final Daemon daemon;
    private final String what;
    private final AutoCloseable source;
    private @Nullable T next;
    private boolean ended;
    private volatile boolean closed;

    StreamFeed(Daemon daemon, String what, AutoCloseable source) {
        this.daemon = daemon;
        this.what = what;
        this.source = source;
    }

    /// Reads one item; empty at the end.
    abstract Optional<T> read() throws IOException;

    @Override
    public final Iterator<T> iterator() {
        return items;
    }

    private boolean advance() {
        if (next != null) return true;
        if (ended || closed) return false;
        if (Thread.currentThread().isInterrupted()) {
            close();
            throw new EngineException.Cancelled("cannot " + what + ": interrupted");
        }
        try {
            next = read().orElse(null);
        } catch (IOException e) {
            boolean byUs = closed || daemon.isClosed();
            close();
            if (byUs) return false;
            throw daemon.lost(what, e);
        } catch (EngineException e) {
            close();
            throw e;
        }
        if (next == null) {
            ended = true;
            close();
        }
        return next != null;
    }

    @Override
    public final void close() {
        if (closed) return;
        closed = true;
        try {
            source.close();
        } catch (Exception e) {
            throw new EngineException.Failed("cannot hang up after " + what + ": " + e.getMessage(), e);
        }
    }

    private final class Items implements Iterator<T> {
        @Override
        public boolean hasNext() {
            return advance();
        }

        @Override
        public T next() {
            if (!advance()) throw new NoSuchElementException();
            T item = Objects.requireNonNull(next);
            next = null;
            return item;
        }
    }
}
