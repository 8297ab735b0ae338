package dev.davit.engine.remote.server.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connection while it is served, and how long it may wait for its client.
final class Served {
    private final Client client;
    private final Limits limits;
    /// By `System.nanoTime()`; [Long#MAX_VALUE] for none.
    private volatile long deadline = Long.MAX_VALUE;

    private volatile boolean expired;

    Served(Client client, Limits limits) {
        this.client = client;
        this.limits = limits;
    }

    Client client() {
        return client;
    }

    Limits limits() {
        return limits;
    }

    /// From now on the connection is closed after this time; null for never.
    void deadline(@Nullable Duration time) {
        deadline = time == null ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
    }

    /// Closes the connection if its time is over.
    void expire(long now) {
        if (deadline == Long.MAX_VALUE || now - deadline < 0) return;
        expired = true;
        client.connection().close();
    }

    /// Whether the connection was closed because its time was over.
    boolean isExpired() {
        return expired;
    }

    void write(byte[] bytes) throws IOException {
        client.connection().output().write(bytes);
    }
}
