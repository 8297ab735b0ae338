package dev.davit.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A daemon that says what a test wants it to, on a socket of its own. Requests are matched without version, with their parameters
/// where an answer is for just those, else without.
public final class WireDaemon implements AutoCloseable {
    private final Path socket;
    private final String version;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Writes what follows the request, head and all; the connection is closed after it.
    @FunctionalInterface
    public interface Answer {
        void write(OutputStream out) throws IOException;
    }

    public WireDaemon(Path socket, String version) throws IOException {
        this.socket = socket;
        this.version = version;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        var _ = threads.submit(this::accept);
    }

    public String host() {
        return "unix://" + socket;
    }

    /// @param request `GET /containers/json`, `GET /containers/json?all=1`
    public WireDaemon on(String request, Answer answer) {
        answers.put(request, answer);
        return this;
    }

    public WireDaemon json(String request, String body) {
        return on(request, out -> out.write(response("200 OK", body)));
    }

    public static byte[] response(String status, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The head of an answer that goes on for as long as the daemon likes.
    public static byte[] endless() {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] chunk(byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /// A piece of a log: its stream, its length, its bytes.
    public static byte[] frame(int stream, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + content.length).put((byte) stream).put(new byte[3]).putInt(content.length).put(content).array();
    }

    private Void accept() throws IOException {
        while (true) {
            try {
                var connection = server.accept();
                var _ = threads.submit(() -> serve(connection));
            } catch (ClosedChannelException closed) {
                return null;
            }
        }
    }

    private Void serve(SocketChannel connection) throws IOException {
        try (connection) {
            var in = Channels.newInputStream(connection);
            var out = Channels.newOutputStream(connection);
            String head = head(in);
            String[] words = head.split(" ", 3);
            String target = words[1].replaceFirst("^/v1\\.\\d+", "");
            String path = target.replaceFirst("\\?.*", "");
            if (path.equals("/_ping")) {
                out.write(("HTTP/1.1 200 OK\r\nApi-Version: " + version + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\nOK")
                        .getBytes(StandardCharsets.US_ASCII));
                return null;
            }
            Answer nothing = o -> o.write(response("404 Not Found", "{\"message\":\"No such thing: " + path + "\"}"));
            answers.getOrDefault(words[0] + " " + target, answers.getOrDefault(words[0] + " " + path, nothing)).write(out);
        }
        return null;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) throw new IOException("hung up within a request");
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.close();
    }
}
