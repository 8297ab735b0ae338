package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends requests to one daemon. Used by any number of threads at once; each request waits in the calling thread.
public final class HttpClient implements AutoCloseable {
    private final Transport transport;
    private final ConnectionPool pool = new ConnectionPool();

    public HttpClient(Transport transport) {
        this.transport = transport;
    }

    /// What is connected to.
    public String address() {
        return transport.address();
    }

    /// Sends a request and returns when the head of its answer is there. A kept connection that the daemon closed
    /// meanwhile (it restarted) is replaced by a fresh one, once.
    ///
    /// @throws IOException when the daemon cannot be reached, goes away, or does not speak HTTP; a [SourceFailure] when the
    ///     body that is to be sent cannot be read: the connection is ended then, and with it the request
    public Response send(Request request) throws IOException {
        return exchange(request, false).response().orElseThrow();
    }

    /// Sends a request whose connection becomes a raw conversation when the daemon agrees (101, or 200 with a raw stream);
    /// any other answer is an ordinary one.
    public Answer upgrade(Request request) throws IOException {
        request.headers().add("Connection", "Upgrade").add("Upgrade", "tcp");
        return exchange(request, true);
    }

    /// Ends every connection, also those in use.
    @Override
    public void close() {
        pool.close();
        transport.close();
    }

    /// What [#upgrade] gives.
    ///
    /// @param response the refusal, if the daemon did not agree
    /// @param hijacked the conversation, if it did
    public record Answer(Optional<Response> response, Optional<Hijacked> hijacked) {}

    private Answer exchange(Request request, boolean upgrade) throws IOException {
        var kept = pool.takeIdle();
        if (kept.isPresent() && request.canRepeat()) {
            try {
                return exchange(request, upgrade, kept.get());
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (NoAnswer e) {
                // The daemon closed it while it was idle: nothing of the request was looked at.
            }
        } else {
            kept.ifPresent(pool::giveBack);
        }
        return exchange(request, upgrade, new Wire(pool.admit(transport.connect())));
    }

    private Answer exchange(Request request, boolean upgrade, Wire wire) throws IOException {
        try {
            int status;
            Headers headers;
            String first = begin(request, wire);
            do {
                status = statusOf(first.isEmpty() ? wire.readLine() : first);
                first = "";
                headers = readHeaders(wire);
            } while (status == 100 || status == 102 || status == 103);
            if (upgrade && (status == 101 || status == 200)) {
                return new Answer(Optional.empty(), Optional.of(new Hijacked(wire, headers.get("Content-Type"))));
            }
            var body = BodyInput.of(wire, pool, request.method(), status, headers);
            return new Answer(Optional.of(new Response(status, headers, body)), Optional.empty());
        } catch (IOException | RuntimeException e) {
            wire.connection().close();
            throw e;
        }
    }

    /// Sends the request and reads the first line of the answer; whatever goes wrong before that line is [NoAnswer].
    private static String begin(Request request, Wire wire) throws IOException {
        try {
            write(request, wire.connection().output());
        } catch (ClosedByInterruptException | SourceFailure e) {
            throw e;
        } catch (IOException e) {
            // A daemon that refuses a body closes its end while we still write; its answer may be there to be read.
            return firstLine(wire, e);
        }
        return firstLine(wire, null);
    }

    private static String firstLine(Wire wire, @Nullable IOException broken) throws IOException {
        try {
            return wire.readLine();
        } catch (HttpProtocolException | ClosedByInterruptException | ConnectFailure e) {
            throw e;
        } catch (IOException e) {
            throw new NoAnswer(broken == null ? e : broken);
        }
    }

    private static void write(Request request, OutputStream out) throws IOException {
        var head = new StringBuilder(256);
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\nHost: docker\r\n");
        head.append("User-Agent: davit\r\n");
        request.headers().writeTo(head);
        request.body().writeHead(request.method(), head);
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.body().writeTo(out);
    }

    private static int statusOf(String line) throws HttpProtocolException {
        if (line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ') {
            int status = 0;
            for (int i = 9; i < 12; i++) {
                char c = line.charAt(i);
                if (c < '0' || c > '9') throw new HttpProtocolException("answered " + Wire.shown(line) + ", which is not HTTP");
                status = status * 10 + c - '0';
            }
            return status;
        }
        throw new HttpProtocolException("answered " + Wire.shown(line) + ", which is not HTTP");
    }

    private static Headers readHeaders(Wire wire) throws IOException {
        var headers = new Headers();
        while (true) {
            String line = wire.readLine();
            if (line.isEmpty()) return headers;
            int colon = line.indexOf(':');
            if (colon <= 0) throw new HttpProtocolException("header line " + Wire.shown(line) + " has no name");
            if (headers.size() == Wire.MAXIMUM_HEADERS) throw new HttpProtocolException("more than 256 header fields");
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }
}
