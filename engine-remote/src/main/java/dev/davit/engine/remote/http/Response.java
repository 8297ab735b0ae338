package dev.davit.engine.remote.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The answer to one request: its head has arrived, its body is read from the connection as it comes.
///
/// Close it: a body that was read to its end gives its connection back for the next request, any other ends the connection,
/// which is also how a stream without end is cancelled, from whatever thread.
public final class Response implements AutoCloseable {
    private final int status;
    private final Headers headers;
    private final BodyInput body;

    Response(int status, Headers headers, BodyInput body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /// The status code.
    public int status() {
        return status;
    }

    /// The header fields.
    public Headers headers() {
        return headers;
    }

    /// The body, without its transfer coding.
    public InputStream body() {
        return body;
    }

    /// The whole body as UTF-8.
    ///
    /// @param limit the most bytes that are accepted
    /// @throws HttpProtocolException when there are more
    public String text(int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (bytes.length == limit && body.read() >= 0) {
            throw new HttpProtocolException("an answer of more than " + limit + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        body.close();
    }
}
