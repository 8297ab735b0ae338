package dev.davit.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Requests to a daemon in the plainest way there is, so that a fixture does not stand on what it is there to test.
final class RawApi {
    private final Path socket;

    RawApi(Path socket) {
        this.socket = socket;
    }

    /// A daemon's answer.
    record Answer(int status, String body) {}

    Answer get(String target) throws IOException {
        return send("GET", target, "", new byte[0]);
    }

    Answer delete(String target) throws IOException {
        return send("DELETE", target, "", new byte[0]);
    }

    Answer post(String target, String headers, byte[] body) throws IOException {
        return send("POST", target, headers, body);
    }

    /// HTTP/1.0: the answer ends where the connection ends.
    private Answer send(String method, String target, String headers, byte[] body) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            String head = method + " " + target + " HTTP/1.0\r\nHost: docker\r\nContent-Length: " + body.length + "\r\n"
                    + headers + "\r\n";
            write(channel, head.getBytes(StandardCharsets.UTF_8));
            write(channel, body);
            var answer = new ByteArrayOutputStream();
            var buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer) >= 0) {
                answer.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            String text = answer.toString(StandardCharsets.UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) throw new IOException("no answer from " + socket);
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(end + 4));
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer);
    }
}
