package dev.davit.engine.remote.ssh;

import dev.davit.engine.remote.http.StreamConnection;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A connection on the standard streams of an ssh. A thread of its own reads what ssh prints, so that a reader here can be
/// interrupted: a read from a pipe cannot.
final class StdioConnection extends StreamConnection {
    private static final byte[] END = {};
    private static final int AHEAD = 16;

    private final SshProcess ssh;
    private final SshAddress address;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(AHEAD);
    private final Thread pump;
    private byte[] piece = new byte[0];
    private int at;
    private boolean any;
    private boolean ended;
    private volatile boolean closed;

    StdioConnection(SshProcess ssh, SshAddress address) {
        this.ssh = ssh;
        this.address = address;
        this.pump = Thread.ofVirtual().start(this::pump);
    }

    private void pump() {
        var buffer = new byte[16 * 1024];
        var from = ssh.process().getInputStream();
        try {
            while (true) {
                int count;
                try {
                    count = from.read(buffer);
                } catch (IOException e) {
                    // It was closed.
                    count = -1;
                }
                pieces.put(count < 0 ? END : Arrays.copyOf(buffer, count));
                if (count < 0) return;
            }
        } catch (InterruptedException e) {
            // Nobody reads any more.
        }
    }

    @Override
    protected int read(byte[] bytes, int offset, int length) throws IOException {
        if (at == piece.length && !next()) return -1;
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        if (ended) return false;
        try {
            piece = pieces.take();
            at = 0;
            if (piece.length > 0) {
                any = true;
                return true;
            }
            ended = true;
            if (!any && !closed && ssh.process().waitFor() != 0) throw new SshFailure(address).ofDaemon(ssh.complaints());
            return false;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    @Override
    protected void write(byte[] bytes, int offset, int length) throws IOException {
        var out = ssh.process().getOutputStream();
        out.write(bytes, offset, length);
        out.flush();
    }

    @Override
    public void shutdownOutput() throws IOException {
        ssh.process().getOutputStream().close();
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        ssh.close();
        pump.interrupt();
        pieces.clear();
        boolean _ = pieces.offer(END);
    }
}
