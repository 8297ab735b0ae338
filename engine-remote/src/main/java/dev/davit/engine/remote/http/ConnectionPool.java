package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The connections of one client: idle ones wait for the next request, all of them are ended together.
final class ConnectionPool {
    private static final int MAXIMUM_IDLE = 8;

    private final Deque<Wire> idle = new ArrayDeque<>();
    private final Set<Connection> open = new HashSet<>();
    private boolean closed;

    synchronized Optional<Wire> takeIdle() {
        return Optional.ofNullable(idle.pollLast());
    }

    /// Keeps account of a new connection.
    ///
    /// @throws IOException when the client was closed
    synchronized Connection admit(Connection connection) throws IOException {
        if (closed) {
            connection.close();
            throw new IOException("this client is closed");
        }
        var tracked = new Tracked(connection);
        open.add(tracked);
        return tracked;
    }

    void giveBack(Wire wire) {
        synchronized (this) {
            if (!closed && idle.size() < MAXIMUM_IDLE) {
                idle.addLast(wire);
                return;
            }
        }
        wire.connection().close();
    }

    void close() {
        Set<Connection> all;
        synchronized (this) {
            closed = true;
            idle.clear();
            all = Set.copyOf(open);
        }
        all.forEach(Connection::close);
    }

    private synchronized void forget(Connection connection) {
        open.remove(connection);
    }

    private final class Tracked implements Connection {
        private final Connection inner;

        Tracked(Connection inner) {
            this.inner = inner;
        }

        @Override
        public InputStream input() {
            return inner.input();
        }

        @Override
        public OutputStream output() {
            return inner.output();
        }

        @Override
        public void shutdownOutput() throws IOException {
            inner.shutdownOutput();
        }

        @Override
        public void close() {
            forget(this);
            inner.close();
        }
    }
}
