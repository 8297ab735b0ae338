package dev.davit.engine.remote;

import dev.davit.engine.EngineException;
import dev.davit.engine.TarStream;
import dev.davit.engine.remote.http.Response;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// An archive as it comes from the daemon. Its last bytes are looked at: a daemon that fails in the middle may write its error
/// behind what it has sent and end the answer as if all were well.
final class RemoteTar extends TarStream {
    private static final int TAIL = 1024;

    private final Daemon daemon;
    private final String what;
    private final Response response;
    private final byte[] tail = new byte[TAIL];
    private long count;
    private boolean ended;
    private volatile boolean closed;

    RemoteTar(Daemon daemon, String what, Response response) {
        this.daemon = daemon;
        this.what = what;
        this.response = response;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) return 0;
        if (ended || closed) return -1;
        if (Thread.currentThread().isInterrupted()) {
            close();
            throw new EngineException.Cancelled("cannot " + what + ": interrupted");
        }
        try {
            int got = response.body().read(bytes, offset, length);
            if (got < 0) {
                ended = true;
                checkEnd();
            } else {
                remember(bytes, offset, got);
            }
            return got;
        } catch (EOFException e) {
            close();
            throw new EngineException.Failed("cannot " + what + ": the daemon broke the archive off after " + count + " bytes", e);
        } catch (IOException e) {
            boolean byUs = closed;
            close();
            if (byUs) return -1;
            throw daemon.lost(what, e);
        }
    }

    /// Keeps the last kibibyte.
    private void remember(byte[] bytes, int offset, int got) {
        int fresh = Math.min(got, TAIL);
        System.arraycopy(tail, fresh, tail, 0, TAIL - fresh);
        System.arraycopy(bytes, offset + got - fresh, tail, TAIL - fresh, fresh);
        count += got;
    }

    /// An archive ends in two blocks of zeros.
    private void checkEnd() {
        boolean whole = count >= TAIL;
        for (byte b : tail) whole &= b == 0;
        if (whole) return;
        String text = new String(tail, StandardCharsets.UTF_8);
        int error = text.lastIndexOf("{\"errorDetail\"");
        String reason = error < 0 ? "the daemon sent no whole archive" : DaemonError.reason(text.substring(error));
        throw new EngineException.Failed("cannot " + what + ": " + reason);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        response.close();
    }
}
