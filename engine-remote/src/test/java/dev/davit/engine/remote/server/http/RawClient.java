package dev.davit.engine.remote.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A client that sends whatever bytes a test wants, and reads what comes.
public final class RawClient implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: ([0-9]+)\r\n");
    private final SocketChannel channel;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private RawClient(SocketChannel channel) {
        this.channel = channel;
    }

    public static RawClient at(Path socket) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new RawClient(channel);
    }

    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient send(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer);
        return this;
    }

    public RawClient shutdownOutput() throws IOException {
        channel.shutdownOutput();
        return this;
    }

    /// The next answer with a length, head and body.
    public String answer() throws IOException {
        while (true) {
            String text = read.toString(StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end >= 0) {
                var length = LENGTH.matcher(text.substring(0, end + 2));
                int whole = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
                if (text.length() >= whole) {
                    read.reset();
                    read.writeBytes(text.substring(whole).getBytes(StandardCharsets.ISO_8859_1));
                    return text.substring(0, whole);
                }
            }
            if (!more()) throw new IOException("no whole answer but: " + text);
        }
    }

    /// What has come when this text is in it.
    public String until(String wanted) throws IOException {
        while (true) {
            String text = read.toString(StandardCharsets.ISO_8859_1);
            if (text.contains(wanted)) return text;
            if (!more()) throw new IOException("ended without " + wanted + " but with: " + text);
        }
    }

    /// All that comes up to the end of the connection.
    public String rest() throws IOException {
        boolean open = true;
        while (open) open = more();
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private boolean more() throws IOException {
        var buffer = ByteBuffer.allocate(8192);
        int count;
        try {
            count = channel.read(buffer);
        } catch (IOException e) {
            // reset by a server that did not read all: an end as well
            return false;
        }
        if (count > 0) read.write(buffer.array(), 0, count);
        return count >= 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
