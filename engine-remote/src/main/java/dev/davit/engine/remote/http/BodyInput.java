package dev.davit.engine.remote.http;

import dev.davit.engine.BlockInput;
import java.io.EOFException;
import java.io.IOException;

/// A response body on a connection: a fixed length, chunks, or up to the end of the connection (RFC 9112 section 6.3).
final class BodyInput extends BlockInput {
    private static final long UNTIL_CLOSE = -1;
    private static final long CHUNKED = -2;

    private final Wire wire;
    private final ConnectionPool pool;
    private final boolean keepAlive;
    private final boolean chunked;
    /// Bytes left of the body or of the current chunk; negative [#UNTIL_CLOSE] when nobody knows.
    private long left;

    private boolean firstChunk = true;
    private boolean ended;
    private boolean closed;

    private BodyInput(Wire wire, ConnectionPool pool, boolean keepAlive, long length) {
        this.wire = wire;
        this.pool = pool;
        this.keepAlive = keepAlive && length != UNTIL_CLOSE;
        this.chunked = length == CHUNKED;
        this.left = chunked ? 0 : length;
        if (length == 0) finish();
    }

    static BodyInput of(Wire wire, ConnectionPool pool, String method, int status, Headers headers)
            throws HttpProtocolException {
        boolean keepAlive =
                !headers.get("Connection").map(value -> value.equalsIgnoreCase("close")).orElse(false);
        return new BodyInput(wire, pool, keepAlive, length(method, status, headers));
    }

    private static long length(String method, int status, Headers headers) throws HttpProtocolException {
        if (method.equals("HEAD") || status == 204 || status == 304 || status < 200) return 0;
        var coding = headers.get("Transfer-Encoding");
        if (coding.isPresent()) {
            if (coding.get().equalsIgnoreCase("chunked")) return CHUNKED;
            if (!coding.get().equalsIgnoreCase("identity")) {
                throw new HttpProtocolException("transfer coding " + coding.get() + " is unknown");
            }
        }
        var length = headers.get("Content-Length");
        if (length.isEmpty()) return UNTIL_CLOSE;
        try {
            long value = Long.parseLong(length.get());
            if (value >= 0) return value;
        } catch (NumberFormatException e) {
            throw new HttpProtocolException("Content-Length " + length.get() + " is no number");
        }
        throw new HttpProtocolException("Content-Length " + length.get() + " is negative");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (ended || closed) return -1;
        if (chunked && left == 0 && !nextChunk()) return -1;
        int wanted = left < 0 ? length : (int) Math.min(length, left);
        int count = wire.read(bytes, offset, wanted);
        if (count < 0) {
            if (left < 0) {
                ended = true;
                return -1;
            }
            throw new EOFException("the daemon closed the connection in the middle of an answer");
        }
        if (left > 0) {
            left -= count;
            if (left == 0 && !chunked) finish();
        }
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (!firstChunk && !wire.readLine().isEmpty()) throw new HttpProtocolException("a chunk without its end");
        firstChunk = false;
        String line = wire.readLine();
        int end = line.indexOf(';');
        String digits = (end < 0 ? line : line.substring(0, end)).strip();
        try {
            left = digits.length() > 15 ? -1 : Long.parseLong(digits, 16);
        } catch (NumberFormatException e) {
            left = -1;
        }
        if (left < 0) throw new HttpProtocolException("chunk size " + Wire.shown(line) + " is no number");
        if (left > 0) return true;
        int trailers = 0;
        while (!wire.readLine().isEmpty()) {
            if (++trailers > Wire.MAXIMUM_HEADERS) throw new HttpProtocolException("more trailers than anybody needs");
        }
        finish();
        return false;
    }

    /// The body was read to its end: the connection may serve the next request.
    private void finish() {
        ended = true;
        if (keepAlive) pool.giveBack(wire);
        else wire.connection().close();
        closed = true;
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        wire.connection().close();
    }
}
