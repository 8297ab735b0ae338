package dev.davit.engine.remote.server.http;

import dev.davit.engine.remote.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One request and its answer. Answered once: whole ([#answer]), as a stream ([#begin]), or by turning the connection into a
/// conversation ([#hijack]). Used by one thread, but for what [#whenGone] runs.
public final class Exchange {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAXIMUM_DRAINED = 256 << 10;

    private final RequestHead head;
    private final Incoming in;
    private final Served served;
    private final RequestBody body;
    private final Headers common = new Headers();
    private final AtomicReference<@Nullable Runnable> gone = new AtomicReference<>();
    private @Nullable ChunkedOutput stream;
    private boolean answered;
    private boolean keep;

    Exchange(RequestHead head, Incoming in, Served served, Limits limits) throws BadRequest {
        this.head = head;
        this.in = in;
        this.served = served;
        this.body = new RequestBody(in, head, limits, head.expectsContinue() ? this::invite : RequestBody.NONE);
        this.keep = head.keepsAlive();
    }

    private void invite() throws IOException {
        if (!answered) served.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The request's method, in capitals.
    public String method() {
        return head.method();
    }

    /// The request's path and query, as sent.
    public String target() {
        return head.target();
    }

    /// The request's headers.
    public Headers headers() {
        return head.headers();
    }

    /// Who asks.
    public String client() {
        return served.client().name();
    }

    /// What the request carries. A body that breaks off throws an `IOException`.
    public InputStream body() {
        return body;
    }

    /// Whether the request carries anything, told or in chunks.
    public boolean hasBody() {
        return head.chunked() || head.length().orElse(0) > 0;
    }

    /// All that the request carries, within a time.
    ///
    /// @param limit bytes
    /// @throws BadRequest with 413 when there is more
    public byte[] wholeBody(int limit) throws IOException {
        if (head.length().orElse(0) > limit) throw new BadRequest(413, "a body of more than " + limit + " bytes");
        served.deadline(served.limits().bodyTime());
        byte[] bytes = body.readNBytes(limit + 1);
        served.deadline(null);
        if (bytes.length > limit) throw new BadRequest(413, "a body of more than " + limit + " bytes");
        return bytes;
    }

    /// A header that every answer of this exchange has.
    public void common(String name, String value) {
        common.add(name, value);
    }

    /// Has something done when the client goes before the answer is complete. Only for a request whose body was read; one that
    /// sends its next request already is not watched.
    public void whenGone(Runnable work) {
        if (!body.isEnded()) return;
        gone.set(work);
        in.watch(() -> {
            var left = gone.getAndSet(null);
            if (left != null) left.run();
        });
    }

    /// Answers whole.
    ///
    /// @param type the media type; empty for an answer without a body
    public void answer(int status, String type, byte[] bytes) throws IOException {
        answer(status, new Headers(), type, bytes);
    }

    /// Answers whole, with more headers.
    public void answer(int status, Headers more, String type, byte[] bytes) throws IOException {
        boolean bodiless = status == 204 || status == 304;
        boolean unsent = bodiless || head.method().equals("HEAD");
        var text = head(status, more, type);
        if (!bodiless) text.append("Content-Length: ").append(bytes.length).append("\r\n");
        text.append("\r\n");
        byte[] start = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        if (unsent || bytes.length == 0) {
            served.write(start);
            return;
        }
        var all = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        served.write(all);
    }

    /// Begins an answer of unknown length. Each write is sent at once; writing slows down with the client's reading. The answer is
    /// complete when the exchange ends; [#abort] leaves it visibly broken.
    public OutputStream begin(int status, String type) throws IOException {
        return begin(status, new Headers(), type);
    }

    /// Begins an answer of unknown length, with more headers.
    public OutputStream begin(int status, Headers more, String type) throws IOException {
        boolean chunked = head.minorVersion() > 0;
        if (!chunked) keep = false;
        var text = head(status, more, type);
        if (chunked) text.append("Transfer-Encoding: chunked\r\n");
        served.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        var out = new ChunkedOutput(served.client().connection().output(), chunked);
        stream = out;
        return out;
    }

    /// Turns the connection into a conversation: 101 for a client that asked for one, else 200.
    ///
    /// @param type the media type of what the client will read
    public Conversation hijack(String type) throws IOException {
        answered = true;
        keep = false;
        String text = head.upgrade().isPresent()
                ? "HTTP/1.1 101 UPGRADED\r\nContent-Type: " + type + "\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n";
        served.write((text + commonLines() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return new Conversation(in.rest(), served.client().connection());
    }

    /// Turns the connection into a conversation of another protocol.
    ///
    /// @param protocol the word for `Upgrade`
    /// @param more what the protocol's own answer needs
    public Conversation upgrade(String protocol, Headers more) throws IOException {
        answered = true;
        keep = false;
        var text = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ").append(protocol).append("\r\n");
        more.writeTo(text);
        served.write(text.append(commonLines()).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        return new Conversation(in.rest(), served.client().connection());
    }

    /// The protocol that the client would go on with, in small letters: `tcp`, `websocket`, `h2c`.
    public Optional<String> upgradeWanted() {
        return head.upgrade();
    }

    /// Whether an answer was begun.
    public boolean isAnswered() {
        return answered;
    }

    /// Ends a begun answer so that the client sees it incomplete.
    public void abort() {
        keep = false;
        stream = null;
        served.client().connection().close();
    }

    private StringBuilder head(int status, Headers more, String type) {
        if (answered) throw new IllegalStateException("answered twice");
        answered = true;
        var text = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(phrase(status)).append("\r\n");
        text.append(commonLines());
        more.writeTo(text);
        if (!type.isEmpty()) text.append("Content-Type: ").append(type).append("\r\n");
        text.append("Date: ").append(DATE.format(Instant.now())).append("\r\n");
        // A body that the client still waits to be asked for never comes.
        if (!body.isEnded() && !body.isComing()) keep = false;
        if (!keep) text.append("Connection: close\r\n");
        return text;
    }

    private String commonLines() {
        var text = new StringBuilder();
        common.writeTo(text);
        return text.toString();
    }

    /// Has the connection end with this exchange.
    void last() {
        keep = false;
    }

    /// Completes the answer.
    ///
    /// @return whether the connection can carry another request
    boolean finish() throws IOException {
        gone.set(null);
        if (stream != null) stream.end();
        if (!keep) return false;
        if (body.isEnded()) return true;
        served.deadline(Duration.ofSeconds(5));
        long left = MAXIMUM_DRAINED;
        var bytes = new byte[8192];
        int count;
        while (left > 0 && (count = body.read(bytes, 0, bytes.length)) >= 0) left -= count;
        served.deadline(null);
        return body.isEnded();
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "Status";
        };
    }
}
