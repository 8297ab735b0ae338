package dev.davit.engine.fake;

import dev.davit.engine.TarStream;
import java.util.function.IntSupplier;

/// An archive on its way out; it breaks when the engine is lost.
final class FakeTar extends TarStream {
    private final Client client;
    private final String what;
    private final byte[] bytes;
    private final int losses;
    private int at;
    private boolean closed;

    FakeTar(Client client, String what, byte[] bytes) {
        this.client = client;
        this.what = what;
        this.bytes = bytes;
        this.losses = client.world.losses();
        client.opened(this);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (Thread.currentThread().isInterrupted()) {
            close();
            throw Oops.cancelled(what);
        }
        return locked(() -> {
            if (closed) return -1;
            if (client.world.losses() != losses) throw Oops.lost(what);
            int count = Math.min(length, bytes.length - at);
            if (count == 0) return length == 0 ? 0 : -1;
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        });
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            client.closed(this);
            return 0;
        });
    }

    private int locked(IntSupplier work) {
        client.world.lock.lock();
        try {
            return work.getAsInt();
        } finally {
            client.world.lock.unlock();
        }
    }
}
