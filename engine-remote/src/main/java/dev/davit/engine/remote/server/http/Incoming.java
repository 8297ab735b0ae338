package dev.davit.engine.remote.server.http;

import dev.davit.engine.BlockInput;
import dev.davit.engine.remote.http.Connection;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// What a client sends, with the buffer that heads and bodies are read from. Read by one thread; while that thread is busy with
/// an answer, [#watch] reads ahead to see the client go.
final class Incoming {
    private final Connection connection;
    private final byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private @Nullable CompletableFuture<Integer> ahead;

    Incoming(Connection connection) {
        this.connection = connection;
    }

    /// Whether there is a further byte; waits for it.
    boolean hasMore() throws IOException {
        return start < end || fill();
    }

    /// A line that ends in CR LF, without its end.
    ///
    /// @param limit bytes
    /// @param tooLong the status of a longer one
    String line(int limit, int tooLong) throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (start == end && !fill()) throw new EOFException("the client closed the connection in the middle of a line");
            int at = start;
            while (at < end && buffer[at] != '\n') at++;
            line.append(new String(buffer, start, at - start, StandardCharsets.ISO_8859_1));
            if (line.length() > limit) throw new BadRequest(tooLong, "a line of more than " + limit + " bytes");
            boolean complete = at < end;
            start = complete ? at + 1 : at;
            if (!complete) continue;
            int length = line.length() - 1;
            if (length < 0 || line.charAt(length) != '\r') throw new BadRequest(400, "a line that does not end in CR LF");
            line.setLength(length);
            if (line.indexOf("\r") >= 0) throw new BadRequest(400, "a CR in the middle of a line");
            return line.toString();
        }
    }

    /// Bytes, those in the buffer first; -1 at the end of the connection.
    int read(byte[] bytes, int offset, int length) throws IOException {
        if (start == end) {
            if (ahead == null && length >= buffer.length) return connection.input().read(bytes, offset, length);
            if (!fill()) return -1;
        }
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, bytes, offset, count);
        start += count;
        return count;
    }

    private boolean fill() throws IOException {
        var begun = ahead;
        ahead = null;
        int count = begun == null ? connection.input().read(buffer, 0, buffer.length) : outcome(begun);
        start = 0;
        end = Math.max(count, 0);
        return count > 0;
    }

    private static int outcome(CompletableFuture<Integer> begun) throws IOException {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the client", e);
        }
    }

    /// Reads ahead on a thread of its own and tells when the client has gone. What the client sends meanwhile is kept, and ends
    /// the watch.
    void watch(Runnable gone) {
        if (start < end || ahead != null) return;
        var begun = new CompletableFuture<Integer>();
        ahead = begun;
        Thread.ofVirtual().name("davit-served-watch").start(() -> {
            try {
                int count = connection.input().read(buffer, 0, buffer.length);
                begun.complete(count);
                if (count < 0) gone.run();
            } catch (IOException e) {
                begun.completeExceptionally(e);
                gone.run();
            }
        });
    }

    /// The rest of the connection.
    InputStream rest() {
        return new BlockInput() {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : Incoming.this.read(bytes, offset, length);
            }
        };
    }
}
