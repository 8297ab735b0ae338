package dev.davit.engine.remote.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// HTTP/1.1 on any number of listeners: a virtual thread per connection, so that waiting costs nothing.
public final class HttpServer implements AutoCloseable {
    private static final Duration SWEEP = Duration.ofMillis(500);

    /// Answers requests. It may be called by many threads at once.
    public interface Handler {

        /// Answers one. What it leaves unanswered is a 500.
        void handle(Exchange exchange) throws IOException;

        /// Answers what is no request.
        void refuse(Exchange exchange, BadRequest reason) throws IOException;
    }

    private final List<Listener> listeners;
    private final Handler handler;
    private final Limits limits;
    private final Consumer<String> log;
    private final Semaphore room;
    private final Set<Served> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// @param log takes a sentence about what went wrong here, not with a request
    public HttpServer(List<Listener> listeners, Handler handler, Limits limits, Consumer<String> log) {
        this.listeners = List.copyOf(listeners);
        this.handler = handler;
        this.limits = limits;
        this.log = log;
        this.room = new Semaphore(limits.connections());
    }

    /// Begins to serve.
    public void start() {
        for (var listener : listeners) {
            Thread.ofVirtual().name("davit-served-accept").start(() -> accept(listener));
        }
        Thread.ofVirtual().name("davit-served-sweep").start(this::sweep);
    }

    /// How many clients are connected.
    public int connections() {
        return open.size();
    }

    private void accept(Listener listener) {
        while (!closed && listener.isOpen()) {
            try {
                room.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            try {
                var served = new Served(listener.accept(), limits);
                open.add(served);
                if (closed) served.client().connection().close();
                Thread.ofVirtual().name("davit-served").start(() -> serve(served));
            } catch (IOException e) {
                room.release();
                if (closed || !listener.isOpen()) return;
                log.accept("cannot meet a client at " + listener.address() + ": " + e.getMessage());
                // Out of descriptors, most likely: trying again at once would only spin.
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private void serve(Served served) {
        try {
            converse(served);
        } catch (IOException e) {
            // The client has gone, or was sent away: nobody is there to be told.
            if (served.isExpired()) log.accept("a request of " + served.client().name() + " took too long to arrive");
        } catch (RuntimeException | Error e) {
            log.accept("a request of " + served.client().name() + " failed: " + e);
        } finally {
            served.client().connection().close();
            open.remove(served);
            room.release();
        }
    }

    private void converse(Served served) throws IOException {
        var in = new Incoming(served.client().connection());
        boolean more = true;
        while (more && !closed) {
            served.deadline(limits.idle());
            if (!in.hasMore()) return;
            served.deadline(limits.headTime());
            Exchange exchange;
            try {
                exchange = new Exchange(RequestHead.read(in, limits), in, served, limits);
            } catch (BadRequest e) {
                refuse(served, in, e);
                return;
            }
            served.deadline(null);
            more = handle(exchange) && !closed;
        }
    }

    private boolean handle(Exchange exchange) throws IOException {
        try {
            handler.handle(exchange);
            return exchange.finish();
        } catch (BadRequest e) {
            if (exchange.isAnswered()) throw e;
            exchange.last();
            handler.refuse(exchange, e);
            return false;
        }
    }

    private void refuse(Served served, Incoming in, BadRequest reason) throws IOException {
        served.deadline(Duration.ofSeconds(5));
        handler.refuse(new Exchange(RequestHead.NONE, in, served, limits), reason);
    }

    private void sweep() {
        while (!closed) {
            LockSupport.parkNanos(SWEEP.toNanos());
            long now = System.nanoTime();
            for (var served : open) served.expire(now);
        }
    }

    /// Stops listening and hangs up on everybody.
    @Override
    public void close() {
        closed = true;
        for (var listener : listeners) listener.close();
        for (var served : open) served.client().connection().close();
    }
}
